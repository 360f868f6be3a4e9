package org.scimforcrowd.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scimforcrowd.activity.ActivityFiles;
import org.scimforcrowd.activity.ActivityPort;
import org.scimforcrowd.crowd.AuditAuthor;
import org.scimforcrowd.crowd.LocksPort;
import org.scimforcrowd.engine.PortFailure;

class AdminDoorTest {
  private static final Map<String, String> FILES =
      Map.of("entry.json", "{\"js\":[\"a.js\"],\"css\":[]}", "a.js", "script");

  private final List<JsonObject> handled = new ArrayList<>();
  private final Host host = new Host();
  private final Exchanges exchanges =
      new Exchanges(
          (who, exchange) -> {
            handled.add(JsonParser.parseString(exchange).getAsJsonObject());
            return "{\"status\":200,\"headers\":{\"A\":\"b\"},\"body\":[\"{}\"]}";
          },
          new ActivityPort(
              new ActivityFiles(Optional::empty, "a", Clock.systemUTC(), 0), Clock.systemUTC()),
          (list, out) -> {},
          new LocksPort(Optional::empty, Duration.ZERO),
          new AuditAuthor(Optional::empty),
          stack -> stack);
  private final AdminDoor door =
      new AdminDoor(
          exchanges,
          host,
          new Assets(
              name ->
                  Optional.ofNullable(FILES.get(name))
                      .map(text -> new ByteArrayInputStream(text.getBytes(UTF_8)))),
          () -> "random");

  /** Crowd with `root`, a system administrator, and everybody else. */
  private static final class Host implements Administrators {
    private String user = "";
    private boolean wantsPassword;
    private boolean down;

    @Override
    public Optional<String> loggedIn(HttpRequest request) {
      if (down) {
        throw new PortFailure(PortFailure.Kind.UNAVAILABLE, "Crowd does not offer UserManager");
      }
      return Optional.of(user).filter(name -> !name.isEmpty());
    }

    @Override
    public boolean isSystemAdministrator(String userName) {
      return userName.equals("root");
    }

    @Override
    public URI loginUri(URI page) {
      return URI.create("/crowd/console/login.action?os_destination=" + page);
    }

    @Override
    public boolean needsPassword(HttpRequest request) {
      return wantsPassword;
    }

    @Override
    public Optional<HttpAnswer> askForPassword(HttpRequest request) {
      return wantsPassword ? Optional.of(HttpAnswer.SENT) : Optional.empty();
    }
  }

  private static SentRequest api(String method) {
    return new SentRequest(
        method,
        "/api/connections",
        Map.of("x-scim-for-crowd-xsrf", "random", "content-type", "application/json"),
        "",
        new HashMap<>(Map.of("org.scimforcrowd.xsrf", "random")));
  }

  @ParameterizedTest
  @CsvSource({
    "GET,    '',               '',   302",
    "GET,    /,                '',   302",
    "GET,    /,                ada,  403",
    "GET,    /,                root, 200",
    "HEAD,   /,                root, 200",
    "POST,   /,                root, 405",
    "GET,    /other,           root, 404",
    "GET,    /api/overview,    '',   401",
    "GET,    /api/overview,    ada,  403",
    "GET,    /api/overview,    root, 200",
    "POST,   /api/connections, root, 403",
    "DELETE, /api/connections, root, 403",
    "GET,    /assets/a.js,     '',   200",
    "POST,   /assets/a.js,     root, 405",
    "GET,    /assets/../a.js,  root, 404",
  })
  void letsInWhoMay(String method, String path, String user, int status) {
    host.user = user;
    HttpAnswer answer = door.answer(SentRequest.get(path).as(method, ""));
    assertEquals(status, answer.status());
    assertEquals("nosniff", answer.headers().get("X-Content-Type-Options"));
    boolean isHtml = answer.headers().getOrDefault("Content-Type", "").startsWith("text/html");
    assertEquals(isHtml ? AdminPage.POLICY : null, answer.headers().get("Content-Security-Policy"));
  }

  @ParameterizedTest
  @CsvSource({"POST", "PUT", "DELETE", "PATCH"})
  void takesChangesFromOurOwnPage(String method) {
    host.user = "root";
    assertEquals(200, door.answer(api(method)).status());
    JsonObject exchange = handled.get(0);
    assertEquals("admin", exchange.get("door").getAsString());
    assertEquals("/api/connections", exchange.get("path").getAsString());
    assertEquals("root", exchange.get("administrator").getAsString());
  }

  @ParameterizedTest
  @CsvSource({"x-scim-for-crowd-xsrf, wrong", "content-type, text/plain"})
  void refusesChangesFromElsewhere(String header, String value) {
    host.user = "root";
    assertEquals(403, door.answer(api("POST").with(header, value)).status());
    assertEquals(List.of(), handled);
  }

  @Test
  void leadsToTheLoginPageAndBack() {
    HttpAnswer answer = door.answer(SentRequest.get(""));
    assertEquals(
        "/crowd/console/login.action?os_destination=/crowd/plugins/servlet/scim-for-crowd/",
        answer.headers().get("Location"));
  }

  @Test
  void keepsApiAnswersOutOfCaches() {
    host.user = "root";
    HttpAnswer answer = door.answer(SentRequest.get("/api/overview"));
    assertEquals("no-store", answer.headers().get("Cache-Control"));
    assertEquals(handled.get(0).get("id").getAsString(), answer.headers().get("X-Correlation-Id"));
  }

  @Test
  void letsCrowdAskForThePasswordAgain() {
    host.user = "root";
    host.wantsPassword = true;
    assertTrue(door.answer(SentRequest.get("/")).isSent());
    assertEquals(401, door.answer(api("POST")).status());
    assertEquals(List.of(), handled);
  }

  @Test
  void answersWhenCrowdDoesNot() {
    host.down = true;
    HttpAnswer answer = door.answer(SentRequest.get("/api/overview"));
    assertEquals(503, answer.status());
    assertFalse(new String(answer.body(), UTF_8).contains("UserManager"));
  }
}
