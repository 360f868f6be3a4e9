package org.scimforcrowd.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scimforcrowd.SetClock;
import org.scimforcrowd.activity.ActivityFiles;
import org.scimforcrowd.activity.ActivityPort;
import org.scimforcrowd.crowd.AuditAuthor;
import org.scimforcrowd.crowd.LocksPort;
import org.scimforcrowd.engine.Arguments;
import org.scimforcrowd.engine.Engine;
import org.scimforcrowd.engine.EngineBusy;
import org.scimforcrowd.engine.EngineFault;
import org.scimforcrowd.engine.EngineStopped;
import org.scimforcrowd.engine.PortFailure;
import org.scimforcrowd.engine.RandomPort;
import org.scimforcrowd.settings.Senders;

class ScimDoorTest {
  private static final String SETTINGS =
      """
      {"connections":[
       {"id":"c","scim":{"requestsPerSecond":3,"requestsAtOnce":2},
        "tokens":[{"hash":"%s","expires":0}]}]}
      """
          .formatted(RandomPort.sha256("t".getBytes(UTF_8)));
  private static final SentRequest VALID =
      SentRequest.get("/c/v2/Users").with("authorization", "Bearer t");
  private static final Engine FINE =
      (who, exchange) -> "{\"status\":204,\"headers\":{},\"body\":[]}";

  @TempDir private Path folder;
  private final LocksPort locks = new LocksPort(Optional::empty, Duration.ZERO);
  private final SetClock clock = new SetClock();

  private ActivityPort activity() {
    return new ActivityPort(
        new ActivityFiles(() -> Optional.of(folder), "a", clock, 1 << 20), clock);
  }

  /** The lines that stand in Activity of that connection. */
  private List<String> kept(String connection) {
    var asked = JsonParser.parseString("[\"" + connection + "\",10]").getAsJsonArray();
    List<String> lines = new ArrayList<>();
    activity()
        .call("latest", new Arguments(asked))
        .getAsJsonArray()
        .forEach(line -> lines.add(line.getAsString()));
    return lines;
  }

  private HttpAnswer answer(Engine engine, SentRequest request) {
    return door(engine).answer(request);
  }

  private ScimDoor door(Engine engine) {
    ActivityPort activity = activity();
    Exchanges exchanges =
        new Exchanges(
            engine,
            activity,
            (list, out) -> {
              try {
                if (list.get("groupName").getAsString().equals("broken")) {
                  throw new PortFailure(PortFailure.Kind.UNAVAILABLE, "members");
                }
                out.write("[\"" + list.get("groupName").getAsString() + "\"]");
              } catch (IOException failure) {
                throw new UncheckedIOException(failure);
              }
            },
            locks,
            new AuditAuthor(Optional::empty),
            stack -> stack);
    return new ScimDoor(
        exchanges, new Senders(() -> Optional.of(SETTINGS), clock), activity, clock);
  }

  private static String body(HttpAnswer answer) {
    return new String(answer.body(), UTF_8);
  }

  @Test
  void carriesARequestIn() {
    String[] seen = new String[1];
    answer(
        (who, exchange) -> {
          seen[0] = exchange;
          return "{\"status\":204,\"headers\":{},\"body\":[]}";
        },
        SentRequest.get("/c/v2/Users/a%20b")
            .as("PATCH", "{\"ä\":1}")
            .with("authorization", "Bearer t"));
    var exchange = JsonParser.parseString(seen[0]).getAsJsonObject();
    exchange.remove("id");
    assertEquals(
        "{\"door\":\"scim\",\"method\":\"PATCH\",\"path\":\"/c/v2/Users/a%20b\",\"query\":\"\","
            + "\"headers\":{\"authorization\":\"Bearer t\"},\"body\":\"{\\\"ä\\\":1}\","
            + "\"remoteAddress\":\"192.0.2.1\"}",
        exchange.toString());
  }

  @Test
  void writesMemberListsInTheirPlace() {
    HttpAnswer answer =
        answer(
            (who, exchange) ->
                "{\"status\":200,\"headers\":{\"A\":\"b\"},\"body\":[\"{\\\"members\\\":\","
                    + "{\"directoryId\":\"1\",\"groupName\":\"g\",\"usersUrl\":\"u\"},\"}\"]}",
            SentRequest.get("/"));
    assertEquals("{\"members\":[\"g\"]}", body(answer));
    assertEquals("b", answer.headers().get("A"));
  }

  @Test
  void sendsNothingHalfWhenAMemberListFails() {
    HttpAnswer answer =
        answer(
            (who, exchange) ->
                "{\"status\":200,\"headers\":{},\"body\":[\"{\","
                    + "{\"directoryId\":\"1\",\"groupName\":\"broken\",\"usersUrl\":\"u\"}]}",
            SentRequest.get("/"));
    assertEquals(503, answer.status());
    assertEquals("5", answer.headers().get("Retry-After"));
  }

  @Test
  void answersInScimFormWhateverHappens() {
    record Case(Engine engine, String body, int status, String scimType) {}
    Engine faulty =
        (who, exchange) -> {
          throw new EngineFault("token abc");
        };
    Engine busy =
        (who, exchange) -> {
          throw new EngineBusy();
        };
    Engine overrun =
        (who, exchange) -> {
          throw new EngineStopped("the script ran longer than 10 ms");
        };
    for (Case given :
        List.of(
            new Case(FINE, "x".repeat((1 << 20) + 1), 413, null),
            new Case(FINE, "[".repeat(101), 400, "invalidSyntax"),
            new Case(faulty, "", 500, null),
            new Case(busy, "", 503, null),
            new Case(overrun, "", 503, null),
            new Case((who, exchange) -> "no json", "", 500, null))) {
      HttpAnswer answer = answer(given.engine, SentRequest.get("/").as("POST", given.body));
      assertEquals(given.status, answer.status());
      var error = JsonParser.parseString(body(answer)).getAsJsonObject();
      assertEquals(String.valueOf(given.status), error.get("status").getAsString());
      assertEquals(
          given.scimType, error.has("scimType") ? error.get("scimType").getAsString() : null);
      assertEquals(false, body(answer).contains("abc"));
      assertEquals(36, answer.headers().get("X-Correlation-Id").length());
      assertEquals(given.status == 503 ? "5" : null, answer.headers().get("Retry-After"));
      assertEquals("nosniff", answer.headers().get("X-Content-Type-Options"));
    }
  }

  @Test
  void keepsInActivityWhatGotNoAnswerFromTheEngine() {
    Engine overrun =
        (who, exchange) -> {
          throw new EngineStopped("the script ran longer than 10 ms");
        };
    HttpAnswer answer = answer(overrun, VALID.as("PATCH", "{}"));
    var line = JsonParser.parseString(kept("c").get(0)).getAsJsonObject();
    line.remove("milliseconds");
    line.remove("at");
    assertEquals(
        "{\"connection\":\"c\",\"by\":\"\",\"method\":\"PATCH\",\"resource\":\"/c/v2/Users\","
            + "\"name\":\"\",\"status\":503,\"changed\":\"\","
            + "\"problem\":\"the script ran longer than 10 ms\",\"correlationId\":\""
            + answer.headers().get("X-Correlation-Id")
            + "\",\"ref\":\"\"}",
        line.toString());
  }

  /** What the engine is asked for by a connection, by strangers: the name that gets a share. */
  @Test
  void tellsTheEngineWhoAsks() {
    List<String> asked = new ArrayList<>();
    ScimDoor door =
        door(
            (who, exchange) -> {
              asked.add(who);
              return FINE.handle(who, exchange);
            });
    door.answer(VALID);
    door.answer(VALID.with("authorization", "Bearer wrong"));
    door.answer(SentRequest.get("/nobody"));
    assertEquals(List.of("c", "", ""), asked);
  }

  @Test
  void answersAConnectionAboveItsLimitWithoutTheEngine() {
    int[] asked = new int[1];
    ScimDoor door =
        door(
            (who, exchange) -> {
              asked[0]++;
              return FINE.handle(who, exchange);
            });
    for (int i = 0; i < 3; i++) {
      assertEquals(204, door.answer(VALID).status());
    }
    HttpAnswer answer = door.answer(VALID);
    assertEquals(429, answer.status());
    assertEquals("1", answer.headers().get("Retry-After"));
    assertEquals("nosniff", answer.headers().get("X-Content-Type-Options"));
    assertEquals(36, answer.headers().get("X-Correlation-Id").length());
    assertEquals(
        "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:Error\"],\"status\":\"429\","
            + "\"detail\":\"More than 3 requests a second\"}",
        body(answer));
    assertEquals(3, asked[0]);
    assertEquals(1, kept("c").size());
    clock.milliseconds += 1_000;
    assertEquals(204, door.answer(VALID).status());
  }

  @Test
  void countsARequestOutWhateverBecomesOfIt() {
    ScimDoor door =
        door(
            (who, exchange) -> {
              throw new IllegalStateException("fault");
            });
    for (int i = 0; i < 5; i++) {
      clock.milliseconds += 1_000;
      assertEquals(500, door.answer(VALID).status());
    }
  }

  @Test
  void letsStrangersCostNothingBeyondSixtyAMinute() {
    int[] asked = new int[1];
    ScimDoor door =
        door(
            (who, exchange) -> {
              asked[0]++;
              return "{\"status\":401,\"headers\":{},\"body\":[]}";
            });
    SentRequest stranger = SentRequest.get("/c/v2/Users");
    for (int i = 0; i < 60; i++) {
      assertEquals(401, door.answer(stranger).status());
    }
    SentRequest withoutBody =
        new SentRequest("POST", "/c/v2/Users", Map.of(), null, new HashMap<>());
    HttpAnswer answer = door.answer(withoutBody); // to read it would be an error
    assertEquals(429, answer.status());
    assertEquals("60", answer.headers().get("Retry-After"));
    assertEquals("nosniff", answer.headers().get("X-Content-Type-Options"));
    assertEquals(36, answer.headers().get("X-Correlation-Id").length());
    assertEquals(60, asked[0]);
    assertEquals(204, door(FINE).answer(VALID).status());
    assertEquals(List.of(), kept(""));
  }

  @Test
  void releasesTheLocksOfAScriptThatWasStopped() throws Exception {
    var names = JsonParser.parseString("[[\"user:ada\"]]").getAsJsonArray();
    Engine stopped =
        (who, exchange) -> {
          locks.call("take", new Arguments(names));
          throw new EngineStopped("the script ran longer than 10 ms");
        };
    answer(stopped, SentRequest.get("/"));
    ExecutorService other = Executors.newSingleThreadExecutor();
    Future<?> taken = other.submit(() -> locks.call("take", new Arguments(names)));
    assertEquals(null, taken.get());
    other.shutdown();
  }
}
