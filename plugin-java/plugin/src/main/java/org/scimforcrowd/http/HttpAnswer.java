package org.scimforcrowd.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;

/** A complete answer: nothing is sent before all of it is there. */
@SuppressWarnings("ArrayRecordComponent")
public record HttpAnswer(int status, Map<String, String> headers, byte[] body) {
  /** The host has answered already. */
  public static final HttpAnswer SENT = new HttpAnswer(0, Map.of(), new byte[0]);

  public static HttpAnswer text(int status, String contentType, String body) {
    return new HttpAnswer(status, Map.of("Content-Type", contentType), body.getBytes(UTF_8));
  }

  /** The same with one header more; a header of that name is replaced. */
  public HttpAnswer with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new HttpAnswer(status, more, body);
  }

  public boolean isSent() {
    return status == 0;
  }
}
