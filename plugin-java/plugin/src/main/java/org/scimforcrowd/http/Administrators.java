package org.scimforcrowd.http;

import java.net.URI;
import java.util.Optional;

/** Who is logged in at Crowd, and what Crowd demands of administrators. */
public interface Administrators {
  /** The user name of who is logged in. */
  Optional<String> loggedIn(HttpRequest request);

  boolean isSystemAdministrator(String userName);

  /** Crowd's login page, which leads back to that page of ours. */
  URI loginUri(URI page);

  /** True where Crowd wants the password typed again. */
  boolean needsPassword(HttpRequest request);

  /** Empty if the password need not be typed again, else what Crowd has answered to ask for it. */
  Optional<HttpAnswer> askForPassword(HttpRequest request);
}
