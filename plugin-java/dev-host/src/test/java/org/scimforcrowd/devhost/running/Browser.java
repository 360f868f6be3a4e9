package org.scimforcrowd.devhost.running;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A client with cookies that follows no redirects. */
final class Browser {
  private static final Pattern TOKEN = Pattern.compile("name=\"atl_token\" value=\"([0-9a-f]+)\"");
  private static final String BOUNDARY = "----boundary";

  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final String base;

  Browser(String base) {
    this.base = base;
  }

  static Browser loggedIn(String base, String name, String password) throws Exception {
    Browser browser = new Browser(base);
    browser.login(name, password);
    return browser;
  }

  HttpResponse<String> login(String name, String password) throws Exception {
    return post("/console/login.action", Map.of("j_username", name, "j_password", password));
  }

  HttpResponse<String> get(String path) throws Exception {
    return send(request(path).header("Accept", "text/html"));
  }

  HttpResponse<String> getAsMachine(String path) throws Exception {
    return send(request(path).header("Accept", "application/json"));
  }

  HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
    String body =
        form.entrySet().stream()
            .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> postJson(String path, String body, String header, String value)
      throws Exception {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header(header, value)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Posts a form with this session's token. Names and values take turns. */
  HttpResponse<String> submit(String path, String... fields) throws Exception {
    Map<String, String> form = new TreeMap<>(Map.of("atl_token", token()));
    for (int i = 0; i < fields.length; i += 2) {
      form.put(fields[i], fields[i + 1]);
    }
    return post(path, form);
  }

  /** Where an answer sends the browser; empty if nowhere. */
  static String location(HttpResponse<?> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  /** The token that the forms of Manage Apps carry for this session. */
  String token() throws Exception {
    Matcher found = TOKEN.matcher(get("/plugins/servlet/upm").body());
    return found.find() ? found.group(1) : "";
  }

  HttpResponse<String> upload(byte[] jar, String signature, String token) throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    part(body, "name=\"atl_token\"", token.getBytes(StandardCharsets.UTF_8));
    part(body, "name=\"plugin\"; filename=\"plugin.jar\"", jar);
    part(
        body,
        "name=\"signature\"; filename=\"plugin.jar.sig\"",
        signature.getBytes(StandardCharsets.UTF_8));
    body.write(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return send(
        request("/plugins/servlet/upm/upload")
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
  }

  private static void part(ByteArrayOutputStream body, String disposition, byte[] content)
      throws IOException {
    String head =
        "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n";
    body.write(head.getBytes(StandardCharsets.UTF_8));
    body.write(content);
    body.write("\r\n".getBytes(StandardCharsets.UTF_8));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
