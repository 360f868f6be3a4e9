package com.atlassian.sal.api.pluginsettings;

/**
 * Small values by key. Values are String, List, Map or Properties; a key is at most 255 characters.
 */
public interface PluginSettings {
  /** The value, or null. */
  Object get(String key);

  /** Gives the value that was there before; null removes. */
  Object put(String key, Object value);

  Object remove(String key);
}
