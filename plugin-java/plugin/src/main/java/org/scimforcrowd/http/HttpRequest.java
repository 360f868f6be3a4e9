package org.scimforcrowd.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** A request as both servlet APIs can give it. */
public interface HttpRequest {
  String method();

  /** What follows the servlet's own path, percent-encoded as sent; '' or begins with a slash. */
  String path();

  /** The raw query string, '' if there is none. */
  String query();

  /** Names in lower case, values of one name joined with a comma; without cookies. */
  Map<String, String> headers();

  InputStream body() throws IOException;

  String remoteAddress();

  /** The web application's context path, e.g. /crowd. */
  String contextPath();

  /** The value that the caller's session holds under that name, or null. */
  String sessionValue(String name);

  void keepInSession(String name, String value);

  /** The servlet request and response themselves, for host services whose methods take them. */
  Object nativeRequest();

  Object nativeResponse();
}
