package org.scimforcrowd.devhost.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The answer of one of the stand-in's own pages. */
public record WebAnswer(
    int status, String contentType, Map<String, String> headers, byte[] body) {
  /** The page runs no script at all. */
  private static final Map<String, String> PAGE_HEADERS =
      Map.of(
          "Cache-Control",
          "no-store",
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self';"
              + " frame-ancestors 'none'; base-uri 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "same-origin");

  public static WebAnswer page(int status, String html) {
    return new WebAnswer(status, "text/html;charset=UTF-8", PAGE_HEADERS, bytes(html));
  }

  public static WebAnswer json(int status, String json) {
    return new WebAnswer(
        status, "application/json;charset=UTF-8", Map.of("Cache-Control", "no-store"), bytes(json));
  }

  public static WebAnswer text(int status, String text, Map<String, String> headers) {
    return new WebAnswer(status, "text/plain;charset=UTF-8", headers, bytes(text));
  }

  public static WebAnswer file(String contentType, byte[] content) {
    return new WebAnswer(200, contentType, Map.of("X-Content-Type-Options", "nosniff"), content);
  }

  /** After a form was carried out the browser gets another page. */
  public static WebAnswer redirect(String location) {
    return new WebAnswer(303, "text/plain", Map.of("Location", location), new byte[0]);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
