package org.scimforcrowd.devhost.console;

import org.scimforcrowd.devhost.http.WebAnswer;
import org.scimforcrowd.devhost.http.WebRequest;

/** One page or one form: a method, a path and what answers. */
record Route(String method, String path, Handler handler) {
  /** Answers a request; any other exception than a PageException becomes a page with status 500. */
  interface Handler {
    WebAnswer answer(WebRequest request) throws Exception;
  }

  static Route get(String path, Handler handler) {
    return new Route("GET", path, handler);
  }

  static Route post(String path, Handler handler) {
    return new Route("POST", path, handler);
  }
}
