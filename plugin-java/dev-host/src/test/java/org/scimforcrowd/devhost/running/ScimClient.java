package org.scimforcrowd.devhost.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A provisioning client of a connection of its own, and the administrator who made that. */
final class ScimClient {
  private static final String PAGE = "/plugins/servlet/scim-for-crowd/";
  private static final Pattern XSRF = Pattern.compile("data-xsrf=\"([^\"]+)\"");

  private final Browser admin;
  private final JsonObject created;

  private ScimClient(Browser admin, JsonObject created) {
    this.admin = admin;
    this.created = created;
  }

  /** Makes a connection through the app's admin API. */
  static ScimClient connected(String crowdUrl) throws Exception {
    Browser admin = Browser.loggedIn(crowdUrl, "admin", "admin");
    Matcher xsrf = XSRF.matcher(admin.get(PAGE).body());
    assertTrue(xsrf.find(), "the admin page is not there");
    HttpResponse<String> answer =
        admin.postJson(
            PAGE + "api/connections",
            "{\"appName\":\"Acme\",\"provider\":\"custom\"}",
            "X-Scim-For-Crowd-Xsrf",
            xsrf.group(1));
    assertEquals(201, answer.statusCode(), answer.body());
    return new ScimClient(admin, JsonParser.parseString(answer.body()).getAsJsonObject());
  }

  String connection() {
    return created.getAsJsonObject("connection").get("id").getAsString();
  }

  String token() {
    return created.get("token").getAsString();
  }

  HttpResponse<String> send(String method, String path, String body) throws Exception {
    String base = created.getAsJsonObject("connection").get("scimBaseUrl").getAsString();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Authorization", "Bearer " + token())
            .header("Content-Type", "application/scim+json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** The newest line of this connection with that method. */
  JsonObject newestActivity(String method) throws Exception {
    String body =
        admin.getAsMachine(PAGE + "api/activity?connection=" + connection()).body();
    for (JsonElement line :
        JsonParser.parseString(body).getAsJsonObject().getAsJsonArray("entries")) {
      if (line.getAsJsonObject().get("method").getAsString().equals(method)
          && line.getAsJsonObject().get("by").getAsString().isEmpty()) {
        return line.getAsJsonObject();
      }
    }
    throw new NoSuchElementException(body);
  }
}
