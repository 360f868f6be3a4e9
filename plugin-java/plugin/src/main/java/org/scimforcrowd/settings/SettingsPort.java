package org.scimforcrowd.settings;

import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.scimforcrowd.engine.Arguments;
import org.scimforcrowd.engine.Port;

/**
 * Crowd's PluginSettings, with a cache for what every exchange reads. Keys are given whole; values
 * are text.
 */
public final class SettingsPort implements Port {
  /** Another node's write, a revoked token for one, acts here when it is that old (ADR 0007). */
  private static final long CACHED_MILLISECONDS = 2_000;

  private static final int MOST_CACHED = 1_000;

  private final Supplier<PluginSettings> settings;
  private final Clock clock;
  private final ConcurrentMap<String, Cached> cache = new ConcurrentHashMap<>();

  private record Cached(Optional<String> value, long since) {}

  /**
   * @param settings Crowd's global settings; asked for at every read that goes through
   */
  public SettingsPort(Supplier<PluginSettings> settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public JsonElement call(String method, Arguments arguments) {
    String key = arguments.text(0);
    return switch (method) {
      case "read" -> json(read(key));
      case "readFresh" -> json(readFresh(key));
      case "write" ->
          write(key, arguments.isAbsent(1) ? Optional.empty() : Optional.of(arguments.text(1)));
      default -> throw Port.unknownMethod(method);
    };
  }

  /** What may be two seconds old. */
  public Optional<String> read(String key) {
    Cached cached = cache.get(key);
    boolean young = cached != null && clock.millis() - cached.since() <= CACHED_MILLISECONDS;
    return young ? cached.value() : readFresh(key);
  }

  private Optional<String> readFresh(String key) {
    long since = clock.millis();
    Object value = settings.get().get(key);
    return remember(
        key, value instanceof String text ? Optional.of(text) : Optional.empty(), since);
  }

  private JsonElement write(String key, Optional<String> value) {
    cache.remove(key);
    if (value.isPresent()) {
      settings.get().put(key, value.get());
    } else {
      settings.get().remove(key);
    }
    remember(key, value, clock.millis());
    return null;
  }

  private Optional<String> remember(String key, Optional<String> value, long since) {
    if (cache.size() >= MOST_CACHED) {
      cache.clear();
    }
    cache.put(key, new Cached(value, since));
    return value;
  }

  private static JsonElement json(Optional<String> value) {
    return value.map(JsonPrimitive::new).orElse(null);
  }
}
