package org.scimforcrowd.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/** A request as a browser or client would send it. */
record SentRequest(
    String method,
    String path,
    Map<String, String> headers,
    String text,
    Map<String, String> session)
    implements HttpRequest {

  static SentRequest get(String path) {
    return new SentRequest("GET", path, Map.of(), "", new HashMap<>());
  }

  SentRequest with(String name, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(name, value);
    return new SentRequest(method, path, more, text, session);
  }

  SentRequest as(String otherMethod, String body) {
    return new SentRequest(otherMethod, path, headers, body, session);
  }

  @Override
  public String query() {
    return "";
  }

  @Override
  public InputStream body() {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  @Override
  public String remoteAddress() {
    return "192.0.2.1";
  }

  @Override
  public String contextPath() {
    return "/crowd";
  }

  @Override
  public String sessionValue(String name) {
    return session.get(name);
  }

  @Override
  public void keepInSession(String name, String value) {
    session.put(name, value);
  }

  @Override
  public Object nativeRequest() {
    return this;
  }

  @Override
  public Object nativeResponse() {
    return this;
  }
}
