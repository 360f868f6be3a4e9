package org.scimforcrowd.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.atlassian.sal.api.pluginsettings.PluginSettings;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.scimforcrowd.SetClock;
import org.scimforcrowd.engine.HostPorts;

class SettingsPortTest {
  private final Stored stored = new Stored();
  private final SetClock clock = new SetClock();
  private final HostPorts ports =
      new HostPorts(Map.of("settings", new SettingsPort(() -> stored, clock)));

  private String ask(String method, String arguments) {
    return ports.call("settings", method, arguments);
  }

  @Test
  void readsFromTheCacheForTwoSeconds() {
    stored.put("k", "old");
    assertEquals("{\"value\":\"old\"}", ask("read", "[\"k\"]"));
    stored.put("k", "new");
    clock.milliseconds += 2_000;
    assertEquals("{\"value\":\"old\"}", ask("read", "[\"k\"]"));
    clock.milliseconds += 1;
    assertEquals("{\"value\":\"new\"}", ask("read", "[\"k\"]"));
    assertEquals(2, stored.reads);
  }

  @Test
  void readsFreshPastTheCacheAndIntoIt() {
    assertEquals("{}", ask("read", "[\"k\"]"));
    stored.put("k", "new");
    assertEquals("{\"value\":\"new\"}", ask("readFresh", "[\"k\"]"));
    assertEquals("{\"value\":\"new\"}", ask("read", "[\"k\"]"));
    assertEquals(2, stored.reads);
  }

  @Test
  void seesItsOwnWritesAtOnce() {
    ask("read", "[\"k\"]");
    ask("write", "[\"k\",\"1\"]");
    assertEquals("{\"value\":\"1\"}", ask("read", "[\"k\"]"));
    ask("write", "[\"k\",null]");
    assertEquals("{}", ask("read", "[\"k\"]"));
    assertEquals(Map.of(), stored.values);
  }

  private static final class Stored implements PluginSettings {
    private final Map<String, Object> values = new HashMap<>();
    private int reads;

    @Override
    public Object get(String key) {
      reads++;
      return values.get(key);
    }

    @Override
    public Object put(String key, Object value) {
      return values.put(key, value);
    }

    @Override
    public Object remove(String key) {
      return values.remove(key);
    }
  }
}
