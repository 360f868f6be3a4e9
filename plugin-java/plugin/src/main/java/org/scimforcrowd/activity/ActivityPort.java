package org.scimforcrowd.activity;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.scimforcrowd.engine.Arguments;
import org.scimforcrowd.engine.Port;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Activity as the engine sees it, and what the shell itself has refused. What cannot be written is
 * lost, not the request.
 */
public final class ActivityPort implements Port {
  private static final Logger log = LoggerFactory.getLogger(ActivityPort.class);
  private static final int MOST_ENTRIES = 1_000;

  private static final int LONGEST_PATH = 100;
  private static final Pattern TOKEN = Pattern.compile("[0-9a-fA-F%]{32,}");

  private final ActivityFiles files;
  private final Clock clock;
  private final Flood flood;
  private final AtomicLong lost = new AtomicLong();

  public ActivityPort(ActivityFiles files, Clock clock) {
    this.files = files;
    this.clock = clock;
    this.flood = new Flood(clock);
  }

  /**
   * What the shell refused: an ActivityEntry of admin-api.ts.
   *
   * @param connection '' if it is none's
   * @param by the administrator, '' on the SCIM door
   * @param problem why, for people, without a value that was sent
   */
  public record Refusal(
      String connection,
      String by,
      String method,
      String path,
      int status,
      String problem,
      long milliseconds,
      String correlationId) {}

  /**
   * False if so many of that kind came within a minute that this one is only counted.
   *
   * @param connection '' for strangers
   */
  public boolean takes(String connection, int status) {
    tellOfLeftOut();
    return flood.takes(new Flood.Kind(connection, status));
  }

  /** Keeps a refusal, if there are not too many of its kind. */
  public void note(Refusal refusal) {
    if (takes(refusal.connection(), refusal.status())) {
      write(refusal);
    }
  }

  private void tellOfLeftOut() {
    for (Flood.LeftOut one : flood.ended()) {
      Flood.Kind kind = one.kind();
      String requests =
          kind.connection().isEmpty() ? "requests without a valid token" : "requests";
      String problem =
          one.count() + " more " + requests + " within a minute, not shown one by one";
      String id = UUID.randomUUID().toString();
      write(new Refusal(kind.connection(), "", "*", "/*", kind.status(), problem, 0, id));
    }
  }

  private void write(Refusal refusal) {
    String path = TOKEN.matcher(refusal.path()).replaceAll("•••");
    JsonObject entry = new JsonObject();
    entry.addProperty("at", clock.millis() - refusal.milliseconds());
    entry.addProperty("connection", refusal.connection());
    entry.addProperty("by", refusal.by());
    entry.addProperty("method", refusal.method());
    entry.addProperty("resource", path.substring(0, Math.min(path.length(), LONGEST_PATH)));
    entry.addProperty("name", "");
    entry.addProperty("status", refusal.status());
    entry.addProperty("changed", "");
    entry.addProperty("problem", refusal.problem());
    entry.addProperty("milliseconds", refusal.milliseconds());
    entry.addProperty("correlationId", refusal.correlationId());
    append(refusal.connection(), entry.toString(), "");
  }

  @Override
  public JsonElement call(String method, Arguments arguments) {
    return switch (method) {
      case "append" -> {
        tellOfLeftOut();
        yield append(arguments.text(0), arguments.text(1), arguments.text(2));
      }
      case "latest" -> latest(arguments.text(0), arguments.number(1));
      case "detail" -> detail(arguments.text(0));
      default -> throw Port.unknownMethod(method);
    };
  }

  private JsonElement append(String connection, String summary, String detail) {
    try {
      files.append(connection, summary, detail);
    } catch (IOException | RuntimeException failure) {
      long entries = lost.incrementAndGet();
      if (entries == 1 || entries % 1_000 == 0) {
        log.warn("Activity cannot be written ({} entries lost): {}", entries, failure.toString());
      }
    }
    return null;
  }

  private JsonElement latest(String connection, int count) {
    tellOfLeftOut();
    JsonArray entries = new JsonArray();
    try {
      files.latest(connection, Math.min(count, MOST_ENTRIES)).forEach(entries::add);
    } catch (IOException | RuntimeException failure) {
      log.warn("Activity cannot be read: {}", failure.toString());
    }
    return entries;
  }

  private JsonElement detail(String ref) {
    try {
      return files.detail(ref).map(JsonPrimitive::new).orElse(null);
    } catch (IOException | RuntimeException failure) {
      log.warn("Activity cannot be read: {}", failure.toString());
      return null;
    }
  }
}
