package org.scimforcrowd.devhost.http;

import java.util.Optional;

/** The browser session of a request. */
public interface WebSession {
  /** The name of the user who has logged in. */
  Optional<String> user();

  /** Gives the session a new id, so that one known from before the login is worth nothing. */
  void login(String user);

  void logout();

  /** The token that every form of this session carries. */
  String xsrfToken();

  /** Whether the password was asked for once more in this session. */
  boolean isConfirmed();

  void confirm();
}
