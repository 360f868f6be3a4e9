package org.scimforcrowd.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.scimforcrowd.activity.ActivityPort;
import org.scimforcrowd.crowd.AuditAuthor;
import org.scimforcrowd.crowd.LocksPort;
import org.scimforcrowd.engine.Engine;
import org.scimforcrowd.engine.EngineBusy;
import org.scimforcrowd.engine.EngineFault;
import org.scimforcrowd.engine.EngineStopped;
import org.scimforcrowd.engine.PortFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries a request to the engine and its answer back (exchange.ts). Logs faults; never a token or
 * a body.
 */
public final class Exchanges {
  private static final Logger log = LoggerFactory.getLogger(Exchanges.class);
  private static final String CORRELATION_ID = "X-Correlation-Id";
  private static final String RETRY_SECONDS = "5";

  private final Engine engine;
  private final ActivityPort activity;
  private final MemberWriter memberLists;
  private final LocksPort locks;
  private final AuditAuthor author;
  private final Places places;

  /** Writes the members that a MemberList names. */
  @FunctionalInterface
  public interface MemberWriter {
    void write(JsonObject list, Writer out);
  }

  /** Finds the TypeScript positions in a stack of the bundle. */
  @FunctionalInterface
  public interface Places {
    String of(String stack);
  }

  public Exchanges(
      Engine engine,
      ActivityPort activity,
      MemberWriter memberLists,
      LocksPort locks,
      AuditAuthor author,
      Places places) {
    this.engine = engine;
    this.activity = activity;
    this.memberLists = memberLists;
    this.locks = locks;
    this.author = author;
    this.places = places;
  }

  /**
   * @param door scim or admin
   * @param who the connection's id, '' for a stranger, admin
   * @param administrator null on the scim door
   */
  HttpAnswer handle(
      String door, String who, HttpRequest request, String administrator, Refusal refusal) {
    Journey journey = new Journey(newId(), door, who, request, administrator, System.nanoTime());
    return answer(journey, refusal).with(CORRELATION_ID, journey.id());
  }

  /** Refuses before the engine, with a line in Activity. */
  HttpAnswer refuse(
      String who, HttpRequest request, int status, String detail, Refusal refusal) {
    Journey journey = new Journey(newId(), "scim", who, request, null, System.nanoTime());
    note(journey, status, detail);
    return refusal.answer(status, detail, journey.id()).with(CORRELATION_ID, journey.id());
  }

  /** Refuses before the engine, without a trace. */
  HttpAnswer refuseUnseen(int status, String detail, Refusal refusal) {
    String id = newId();
    return refusal.answer(status, detail, id).with(CORRELATION_ID, id);
  }

  private record Journey(
      String id,
      String door,
      String who,
      HttpRequest request,
      String administrator,
      long startedAt) {}

  private static String newId() {
    return UUID.randomUUID().toString();
  }

  private HttpAnswer answer(Journey journey, Refusal refusal) {
    String id = journey.id();
    try {
      String body = RequestBody.read(journey.request().body());
      return complete(id, run(journey.who(), exchange(journey, body).toString()));
    } catch (RequestBody.Refused refused) {
      note(journey, refused.status, refused.getMessage());
      return refusal.answer(refused.status, refused.getMessage(), id);
    } catch (EngineBusy | EngineStopped | PortFailure unavailable) {
      log.warn("Exchange {} got no answer: {}", id, unavailable.getMessage());
      note(journey, 503, unavailable.getMessage());
      return refusal
          .answer(503, "Crowd or the app is busy or out of order; try again", id)
          .with("Retry-After", RETRY_SECONDS);
    } catch (EngineFault fault) {
      log.error("Exchange {} failed: {}", id, fault.getMessage());
      return failed(journey, refusal);
    } catch (IOException | RuntimeException unexpected) {
      log.error("Exchange {} failed", id, unexpected);
      return failed(journey, refusal);
    }
  }

  private HttpAnswer failed(Journey journey, Refusal refusal) {
    String id = journey.id();
    String detail = "Something went wrong on our side. Look for " + id + " in Crowd's log";
    note(journey, 500, detail);
    return refusal.answer(500, detail, id);
  }

  private void note(Journey journey, int status, String problem) {
    boolean isScim = journey.administrator() == null;
    activity.note(
        new ActivityPort.Refusal(
            isScim ? journey.who() : "",
            isScim ? "" : journey.administrator(),
            journey.request().method(),
            journey.request().path(),
            status,
            problem,
            (System.nanoTime() - journey.startedAt()) / 1_000_000,
            journey.id()));
  }

  private String run(String who, String exchange) {
    try {
      return engine.handle(who, exchange);
    } finally {
      locks.releaseAll();
      author.clear();
    }
  }

  private static JsonObject exchange(Journey journey, String body) {
    HttpRequest request = journey.request();
    JsonObject headers = new JsonObject();
    request.headers().forEach(headers::addProperty);
    JsonObject exchange = new JsonObject();
    exchange.addProperty("id", journey.id());
    exchange.addProperty("door", journey.door());
    exchange.addProperty("method", request.method());
    exchange.addProperty("path", request.path());
    exchange.addProperty("query", request.query());
    exchange.add("headers", headers);
    exchange.addProperty("body", body);
    exchange.addProperty("remoteAddress", request.remoteAddress());
    if (journey.administrator() != null) {
      exchange.addProperty("administrator", journey.administrator());
    }
    return exchange;
  }

  private HttpAnswer complete(String id, String answerText) throws IOException {
    JsonObject answer = JsonParser.parseString(answerText).getAsJsonObject();
    Map<String, String> headers = new LinkedHashMap<>();
    answer
        .getAsJsonObject("headers")
        .entrySet()
        .forEach(header -> headers.put(header.getKey(), header.getValue().getAsString()));
    if (answer.has("fault")) {
      logFault(id, answer.getAsJsonObject("fault"));
    }
    return new HttpAnswer(answer.get("status").getAsInt(), headers, body(answer));
  }

  private byte[] body(JsonObject answer) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Writer out = new OutputStreamWriter(bytes, UTF_8)) {
      for (JsonElement part : answer.getAsJsonArray("body")) {
        if (part.isJsonObject()) {
          memberLists.write(part.getAsJsonObject(), out);
        } else {
          out.write(part.getAsString());
        }
      }
    }
    return bytes.toByteArray();
  }

  private void logFault(String id, JsonObject fault) {
    log.error(
        "Exchange {} failed in the engine: {}\n{}",
        id,
        fault.get("message").getAsString(),
        places.of(fault.get("stack").getAsString()));
  }
}
