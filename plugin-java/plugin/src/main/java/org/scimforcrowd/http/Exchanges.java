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
      Engine engine, MemberWriter memberLists, LocksPort locks, AuditAuthor author, Places places) {
    this.engine = engine;
    this.memberLists = memberLists;
    this.locks = locks;
    this.author = author;
    this.places = places;
  }

  /**
   * @param door scim or admin
   * @param path as the engine shall see it
   * @param administrator null on the scim door
   */
  HttpAnswer handle(
      String door, HttpRequest request, String path, String administrator, Refusal refusal) {
    String id = UUID.randomUUID().toString();
    return answer(id, door, request, path, administrator, refusal).with(CORRELATION_ID, id);
  }

  private HttpAnswer answer(
      String id,
      String door,
      HttpRequest request,
      String path,
      String administrator,
      Refusal refusal) {
    try {
      String body = RequestBody.read(request.body());
      JsonObject exchange = exchange(id, door, request, path, body);
      if (administrator != null) {
        exchange.addProperty("administrator", administrator);
      }
      return complete(id, run(exchange.toString()));
    } catch (RequestBody.Refused refused) {
      return refusal.answer(refused.status, refused.getMessage(), id);
    } catch (EngineBusy | EngineStopped | PortFailure unavailable) {
      log.warn("Exchange {} got no answer: {}", id, unavailable.getMessage());
      return refusal
          .answer(503, "Crowd or the app is busy or out of order; try again", id)
          .with("Retry-After", RETRY_SECONDS);
    } catch (EngineFault fault) {
      log.error("Exchange {} failed: {}", id, fault.getMessage());
      return refusal.answer(
          500, "Something went wrong on our side. Look for " + id + " in Crowd's log", id);
    } catch (IOException | RuntimeException unexpected) {
      log.error("Exchange {} failed", id, unexpected);
      return refusal.answer(
          500, "Something went wrong on our side. Look for " + id + " in Crowd's log", id);
    }
  }

  private String run(String exchange) {
    try {
      return engine.handle(exchange);
    } finally {
      locks.releaseAll();
      author.clear();
    }
  }

  private static JsonObject exchange(
      String id, String door, HttpRequest request, String path, String body) {
    JsonObject headers = new JsonObject();
    request.headers().forEach(headers::addProperty);
    JsonObject exchange = new JsonObject();
    exchange.addProperty("id", id);
    exchange.addProperty("door", door);
    exchange.addProperty("method", request.method());
    exchange.addProperty("path", path);
    exchange.addProperty("query", request.query());
    exchange.add("headers", headers);
    exchange.addProperty("body", body);
    exchange.addProperty("remoteAddress", request.remoteAddress());
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
