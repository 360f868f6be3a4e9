package org.scimforcrowd.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.scimforcrowd.crowd.AuditAuthor;
import org.scimforcrowd.crowd.LocksPort;
import org.scimforcrowd.engine.Arguments;
import org.scimforcrowd.engine.Engine;
import org.scimforcrowd.engine.EngineBusy;
import org.scimforcrowd.engine.EngineFault;
import org.scimforcrowd.engine.EngineStopped;
import org.scimforcrowd.engine.PortFailure;

class ScimDoorTest {
  private final LocksPort locks = new LocksPort(Optional::empty, Duration.ZERO);

  private HttpAnswer answer(Engine engine, SentRequest request) {
    return new ScimDoor(
            new Exchanges(
                engine,
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
                stack -> stack))
        .answer(request);
  }

  private static String body(HttpAnswer answer) {
    return new String(answer.body(), UTF_8);
  }

  @Test
  void carriesARequestIn() {
    String[] seen = new String[1];
    answer(
        exchange -> {
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
            exchange ->
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
            exchange ->
                "{\"status\":200,\"headers\":{},\"body\":[\"{\","
                    + "{\"directoryId\":\"1\",\"groupName\":\"broken\",\"usersUrl\":\"u\"}]}",
            SentRequest.get("/"));
    assertEquals(503, answer.status());
    assertEquals("5", answer.headers().get("Retry-After"));
  }

  @Test
  void answersInScimFormWhateverHappens() {
    record Case(Engine engine, String body, int status, String scimType) {}
    Engine fine = exchange -> "{\"status\":204,\"headers\":{},\"body\":[]}";
    Engine faulty =
        exchange -> {
          throw new EngineFault("token abc");
        };
    Engine busy =
        exchange -> {
          throw new EngineBusy();
        };
    Engine overrun =
        exchange -> {
          throw new EngineStopped("the script ran longer than 10 ms");
        };
    for (Case given :
        List.of(
            new Case(fine, "x".repeat((1 << 20) + 1), 413, null),
            new Case(fine, "[".repeat(101), 400, "invalidSyntax"),
            new Case(faulty, "", 500, null),
            new Case(busy, "", 503, null),
            new Case(overrun, "", 503, null),
            new Case(exchange -> "no json", "", 500, null))) {
      HttpAnswer answer = answer(given.engine, SentRequest.get("/").as("POST", given.body));
      assertEquals(given.status, answer.status());
      var error = JsonParser.parseString(body(answer)).getAsJsonObject();
      assertEquals(String.valueOf(given.status), error.get("status").getAsString());
      assertEquals(
          given.scimType, error.has("scimType") ? error.get("scimType").getAsString() : null);
      assertEquals(false, body(answer).contains("abc"));
      assertEquals(36, answer.headers().get("X-Correlation-Id").length());
      assertEquals(given.status == 503 ? "5" : null, answer.headers().get("Retry-After"));
    }
  }

  @Test
  void releasesTheLocksOfAScriptThatWasStopped() throws Exception {
    var names = JsonParser.parseString("[[\"user:ada\"]]").getAsJsonArray();
    Engine stopped =
        exchange -> {
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
