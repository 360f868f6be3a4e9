package org.scimforcrowd.contract;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scimforcrowd.engine.HostCall;
import org.scimforcrowd.engine.RhinoScript;

/**
 * Measures what an exchange costs in the engine alone: CPU time and allocation of the thread that
 * runs it. Asserts nothing and is in no test run: npm run bench:engine. Each exchange is carried out
 * once on the stand-in, and what the ports answered then is played back while time is taken.
 */
class EngineTime {
  private static final int USERS = 100;
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int CALLS_IN_A_BATCH = 10;
  private static final String PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @TempDir private Path home;
  private final List<Recorded> recorded = new ArrayList<>();
  private RhinoScript engine;
  private HostCall host;
  private List<String> replies = new ArrayList<>();
  private String connection;
  private String token;

  private record Recorded(String name, String exchange, List<String> replies) {}

  @Test
  void measure() throws Exception {
    boolean compiled = Boolean.getBoolean("engine.compiled");
    try (StandIn crowd = StandIn.onH2(home)) {
      HostCall ports = crowd.ports;
      host = (port, method, arguments) -> record(ports.call(port, method, arguments));
      long before = System.nanoTime();
      engine = script(compiled);
      connect();
      System.out.printf(
          "%s; until the first answer %d ms%n",
          compiled ? "compiled" : "interpreted", (System.nanoTime() - before) / 1_000_000);
      recordAll();
      for (int round = 0; round < 2; round++) { // the first warms the JVM up
        for (Recorded one : recorded) {
          measure(one, round == 1);
        }
      }
    }
  }

  private RhinoScript script(boolean compiled) throws Exception {
    String source =
        Files.readString(
            Path.of(System.getProperty("engine.tests"), "../engine/engine.js").normalize());
    return new RhinoScript(
        new RhinoScript.Options(
            "engine.js", source, () -> "", LIMIT, 2, LIMIT, compiled),
        (port, method, arguments) -> host.call(port, method, arguments));
  }

  private String record(String reply) {
    replies.add(reply);
    return reply;
  }

  private void connect() {
    JsonObject made =
        admin("/api/connections", "{\"appName\":\"Acme\",\"provider\":\"miniorange\"}");
    connection = made.getAsJsonObject("connection").get("id").getAsString();
    token = made.get("token").getAsString();
    admin(
        "/api/connections/" + connection + "/target",
        "{\"kind\":\"create\",\"name\":\"People\",\"description\":\"\",\"nestedGroups\":true}");
  }

  private void recordAll() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < USERS; i++) {
      ids.add(id(send("POST", "/Users", "", person("user" + i, "Ada"))));
    }
    String members = "[{\"value\":\"" + ids.get(0) + "\"}]";
    String team = "{\"displayName\":\"team\",\"members\":" + members + "}";
    String group = "/Groups/" + id(send("POST", "/Groups", "", team));
    String user = "/Users/" + ids.get(3);
    String other = ids.get(50);
    record("create a user", "POST", "/Users", "", person("new", "Ada"));
    record("read a user", "GET", user, "", "");
    record("PUT a user", "PUT", user, "", person("user3", "Grace"));
    record("PUT a user, nothing new", "PUT", user, "", person("user3", "Grace"));
    record(
        "PATCH a user",
        "PATCH",
        user,
        "",
        patch("replace", "emails[type eq \\\"work\\\"].value", "\"ada@example.org\""));
    record("userName eq", "GET", "/Users", "filter=userName%20eq%20%22user5%22", "");
    record("page of 100", "GET", "/Users", "count=100", "");
    record("page of 100, no groups", "GET", "/Users", "count=100&excludedAttributes=groups", "");
    record(
        "add one member",
        "PATCH",
        group,
        "",
        patch("add", "members", "[{\"value\":\"" + other + "\"}]"));
    record(
        "remove one member",
        "PATCH",
        group,
        "",
        patch("remove", "members[value eq \\\"" + other + "\\\"]", "null"));
    record("group by name", "GET", "/Groups", "filter=displayName%20eq%20%22team%22", "");
    record("DELETE a user", "DELETE", "/Users/" + ids.get(60), "", "");
  }

  private static String person(String name, String given) {
    return """
        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User",
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],
        "userName":"%1$s","externalId":"ext-%1$s","active":true,"displayName":"%2$s Lovelace",
        "name":{"givenName":"%2$s","familyName":"Lovelace","formatted":"%2$s Lovelace"},
        "emails":[{"value":"%1$s@example.com","type":"work","primary":true},
        {"value":"%1$s@home.example.com","type":"home"}],
        "phoneNumbers":[{"value":"+1 555 123","type":"work"}],
        "addresses":[{"type":"work","streetAddress":"1 Road","locality":"London",
        "postalCode":"1234","country":"UK","primary":true}],
        "title":"Engineer","preferredLanguage":"en","locale":"en-GB","timezone":"Europe/London",
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"employeeNumber":"42",
        "department":"R&D","costCenter":"7","manager":{"value":"m1"}}}"""
        .formatted(name, given);
  }

  private static String patch(String op, String path, String value) {
    return "{\"schemas\":[\"%s\"],\"Operations\":[{\"op\":\"%s\",\"path\":\"%s\",\"value\":%s}]}"
        .formatted(PATCH, op, path, value);
  }

  private static String id(JsonObject answer) {
    String body = answer.getAsJsonArray("body").get(0).getAsString();
    int at = body.indexOf("\"id\":\"") + 6;
    return body.substring(at, body.indexOf('"', at));
  }

  private JsonObject admin(String path, String body) {
    JsonObject exchange = exchange("admin", "POST", path, "", body);
    exchange.addProperty("administrator", "admin");
    JsonArray parts = handled(exchange).getAsJsonArray("body");
    return JsonParser.parseString(parts.get(0).getAsString()).getAsJsonObject();
  }

  private void record(String name, String method, String path, String query, String body) {
    send(method, path, query, body);
    Recorded last = recorded.remove(recorded.size() - 1);
    recorded.add(new Recorded(name, last.exchange(), last.replies()));
  }

  private JsonObject send(String method, String path, String query, String body) {
    recorded.removeIf(one -> one.name().isEmpty());
    JsonObject exchange =
        exchange("scim", method, "/" + connection + "/v2" + path, query, body.replace("\n", ""));
    replies = new ArrayList<>();
    JsonObject answer = handled(exchange);
    recorded.add(new Recorded("", exchange.toString(), replies));
    return answer;
  }

  private JsonObject handled(JsonObject exchange) {
    String text = engine.call("me", "ScimEngine", "handle", exchange.toString());
    JsonObject answer = JsonParser.parseString(text).getAsJsonObject();
    if (answer.get("status").getAsInt() >= 300) {
      throw new IllegalStateException(exchange.get("path") + ": " + text);
    }
    return answer;
  }

  private JsonObject exchange(String door, String method, String path, String query, String body) {
    JsonObject headers = new JsonObject();
    headers.addProperty("authorization", "Bearer " + token);
    headers.addProperty("content-type", "application/scim+json");
    headers.addProperty("user-agent", "bench");
    JsonObject exchange = new JsonObject();
    exchange.addProperty("id", "00000000-0000-4000-8000-000000000001");
    exchange.addProperty("door", door);
    exchange.addProperty("method", method);
    exchange.addProperty("path", path);
    exchange.addProperty("query", query);
    exchange.add("headers", headers);
    exchange.addProperty("body", body);
    exchange.addProperty("remoteAddress", "192.0.2.1");
    return exchange;
  }

  private void measure(Recorded one, boolean prints) {
    Deque<String> left = new ArrayDeque<>();
    host = (port, method, arguments) -> left.removeFirst();
    List<Long> times = new ArrayList<>();
    long me = Thread.currentThread().getId();
    long allocated = THREADS.getThreadAllocatedBytes(me);
    long end = System.nanoTime() + Duration.ofSeconds(2).toNanos();
    while (System.nanoTime() < end || times.size() < 10) {
      long begun = THREADS.getCurrentThreadCpuTime();
      for (int call = 0; call < CALLS_IN_A_BATCH; call++) {
        left.addAll(one.replies());
        engine.call("me", "ScimEngine", "handle", one.exchange());
      }
      times.add((THREADS.getCurrentThreadCpuTime() - begun) / CALLS_IN_A_BATCH);
    }
    if (prints) {
      long bytes =
          (THREADS.getThreadAllocatedBytes(me) - allocated) / times.size() / CALLS_IN_A_BATCH;
      times.sort(null);
      System.out.printf(
          "%-26s%4d calls of the shell, CPU %7.3f ms, least %7.3f ms, %6d KB%n",
          one.name(),
          one.replies().size(),
          times.get(times.size() / 2) / 1e6,
          times.get(0) / 1e6,
          bytes >> 10);
    }
  }
}
