package com.atlassian.sal.api.pluginsettings;

/** Where settings come from. */
public interface PluginSettingsFactory {
  PluginSettings createSettingsForKey(String key);

  PluginSettings createGlobalSettings();
}
