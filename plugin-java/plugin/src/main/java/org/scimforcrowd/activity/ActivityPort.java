package org.scimforcrowd.activity;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.scimforcrowd.engine.Arguments;
import org.scimforcrowd.engine.Port;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Activity as the engine sees it. What cannot be written is lost, not the request. */
public final class ActivityPort implements Port {
  private static final Logger log = LoggerFactory.getLogger(ActivityPort.class);
  private static final int MOST_ENTRIES = 1_000;

  private final ActivityFiles files;
  private final AtomicLong lost = new AtomicLong();

  public ActivityPort(ActivityFiles files) {
    this.files = files;
  }

  @Override
  public JsonElement call(String method, Arguments arguments) {
    return switch (method) {
      case "append" -> append(arguments.text(0), arguments.text(1), arguments.text(2));
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
