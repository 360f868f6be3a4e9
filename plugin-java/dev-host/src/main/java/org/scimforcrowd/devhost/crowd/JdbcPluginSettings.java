package org.scimforcrowd.devhost.crowd;

import com.atlassian.sal.api.pluginsettings.PluginSettings;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Settings in cwd_property under one property key. Reads see what was written last; keys can not be
 * listed.
 */
final class JdbcPluginSettings implements PluginSettings {
  private static final int KEY_LIMIT = 255;
  private static final String LIST = "#java.util.List\n";
  private static final String MAP = "#java.util.Map\n";
  private static final String PROPERTIES = "#java.util.Properties\n";

  private final Database database;
  private final String propertyKey;

  JdbcPluginSettings(Database database, String propertyKey) {
    this.database = database;
    this.propertyKey = propertyKey;
  }

  @Override
  public Object get(String key) {
    requireKey(key);
    try (Session session = database.openUnchecked()) {
      return stored(session, key).map(JdbcPluginSettings::decode).orElse(null);
    }
  }

  @Override
  public Object put(String key, Object value) {
    requireKey(key);
    String text = value == null ? null : encode(value);
    try (Session session = database.openUnchecked()) {
      Object before = stored(session, key).map(JdbcPluginSettings::decode).orElse(null);
      write(session, key, text);
      return session.commit(before);
    }
  }

  @Override
  public Object remove(String key) {
    return put(key, null);
  }

  private Optional<String> stored(Session session, String key) {
    return session.first(
        "SELECT property_value FROM cwd_property WHERE property_key = ? AND property_name = ?",
        row -> row.getString(1),
        propertyKey,
        key);
  }

  private void write(Session session, String key, String text) {
    if (text == null) {
      session.update(
          "DELETE FROM cwd_property WHERE property_key = ? AND property_name = ?",
          propertyKey,
          key);
    } else if (session.update(
            "UPDATE cwd_property SET property_value = ? WHERE property_key = ? AND property_name ="
                + " ?",
            text,
            propertyKey,
            key)
        == 0) {
      session.update("INSERT INTO cwd_property VALUES (?, ?, ?)", propertyKey, key, text);
    }
  }

  private static void requireKey(String key) {
    if (key == null || key.length() > KEY_LIMIT) {
      throw new IllegalArgumentException("A key has between 1 and " + KEY_LIMIT + " characters");
    }
  }

  private static String encode(Object value) {
    if (value instanceof String text) {
      return text;
    }
    if (value instanceof List<?> list) {
      return LIST + list.stream().map(String::valueOf).collect(Collectors.joining("\n"));
    }
    if (value instanceof Properties properties) {
      return PROPERTIES + text(properties);
    }
    if (value instanceof Map<?, ?> map) {
      return MAP
          + map.entrySet().stream()
              .map(entry -> entry.getKey() + "\f" + entry.getValue())
              .collect(Collectors.joining("\n"));
    }
    throw new IllegalArgumentException("Property type not supported: " + value.getClass());
  }

  private static Object decode(String text) {
    if (text.startsWith(LIST)) {
      return Arrays.asList(text.substring(LIST.length()).split("\n"));
    }
    if (text.startsWith(PROPERTIES)) {
      return properties(text.substring(PROPERTIES.length()));
    }
    return text.startsWith(MAP) ? map(text.substring(MAP.length())) : text;
  }

  private static Map<String, String> map(String text) {
    Map<String, String> result = new LinkedHashMap<>();
    for (String line : text.split("\n")) {
      int end = line.indexOf('\f');
      if (end >= 0) {
        result.put(line.substring(0, end), line.substring(end + 1));
      }
    }
    return result;
  }

  private static String text(Properties properties) {
    try {
      StringWriter writer = new StringWriter();
      properties.store(writer, null);
      return writer.toString();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Properties properties(String text) {
    try {
      Properties result = new Properties();
      result.load(new StringReader(text));
      return result;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
