package org.scimforcrowd.devhost.crowd;

import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;

/** Settings of plugins. Global ones lie under `plugin.null`. */
final class JdbcPluginSettingsFactory implements PluginSettingsFactory {
  private final Database database;

  JdbcPluginSettingsFactory(Database database) {
    this.database = database;
  }

  @Override
  public PluginSettings createSettingsForKey(String key) {
    return new JdbcPluginSettings(database, "plugin." + key);
  }

  @Override
  public PluginSettings createGlobalSettings() {
    return createSettingsForKey(null);
  }
}
