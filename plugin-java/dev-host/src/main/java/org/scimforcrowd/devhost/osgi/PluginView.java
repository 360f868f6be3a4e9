package org.scimforcrowd.devhost.osgi;

/**
 * A plugin as pages show it.
 *
 * @param problem why it is not enabled; empty where nothing is wrong
 */
public record PluginView(
    PluginDescriptor descriptor, String key, String version, PluginState state, String problem) {
  public boolean isEnabled() {
    return state == PluginState.ENABLED;
  }
}
