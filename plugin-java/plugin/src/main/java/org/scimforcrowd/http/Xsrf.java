package org.scimforcrowd.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Locale;
import java.util.function.Supplier;

/** A random value that only our own page knows; it lives in the caller's session, as text. */
final class Xsrf {
  private static final String SESSION_KEY = "org.scimforcrowd.xsrf";
  private static final String HEADER = "x-scim-for-crowd-xsrf";

  private final Supplier<String> random;

  Xsrf(Supplier<String> random) {
    this.random = random;
  }

  /** The caller's value, made on first use. */
  String value(HttpRequest request) {
    String value = request.sessionValue(SESSION_KEY);
    if (value == null) {
      value = random.get();
      request.keepInSession(SESSION_KEY, value);
    }
    return value;
  }

  /** True if the request carries the value, and JSON, which a form of another site cannot send. */
  boolean isOurs(HttpRequest request) {
    String expected = request.sessionValue(SESSION_KEY);
    String sent = request.headers().getOrDefault(HEADER, "");
    String type = request.headers().getOrDefault("content-type", "").toLowerCase(Locale.ROOT);
    return expected != null
        && MessageDigest.isEqual(expected.getBytes(UTF_8), sent.getBytes(UTF_8))
        && type.split(";")[0].strip().equals("application/json");
  }
}
