package org.scimforcrowd.devhost.http;

import java.util.Optional;

/** What the stand-in's services read from a servlet request of the chosen servlet API. */
public interface ServletRequests {
  Optional<String> user(Object request);

  /** Empty where the session has none and {@code create} is false. */
  Optional<String> xsrfToken(Object request, boolean create);

  Optional<String> parameter(Object request, String name);

  Optional<String> header(Object request, String name);

  boolean isConfirmed(Object request);

  /** The address of the request with its query, from the server's root. */
  String address(Object request);

  void redirect(Object response, String location);
}
