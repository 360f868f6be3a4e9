package org.scimforcrowd.devhost.http;

/** Names of what the stand-in keeps in a browser session. */
final class SessionAttributes {
  static final String USER = "stand-in.user";
  static final String XSRF_TOKEN = "stand-in.xsrf-token";
  static final String CONFIRMED = "stand-in.confirmed";

  private SessionAttributes() {}
}
