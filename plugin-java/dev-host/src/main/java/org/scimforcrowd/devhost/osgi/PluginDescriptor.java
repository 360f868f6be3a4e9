package org.scimforcrowd.devhost.osgi;

import java.util.List;
import java.util.Map;

/**
 * What atlassian-plugin.xml says.
 *
 * @param parameters the {@code param} elements of plugin-info
 * @param modules in the order of the descriptor, which is the order of enabling
 * @param resources those at plugin level
 */
public record PluginDescriptor(
    String key,
    String name,
    String pluginsVersion,
    String description,
    String vendor,
    Map<String, String> parameters,
    List<PluginModule> modules,
    List<PluginModule.Resource> resources) {

  /** A plugin without a descriptor has no modules. */
  static PluginDescriptor none(String key) {
    return new PluginDescriptor(key, key, "2", "", "", Map.of(), List.of(), List.of());
  }
}
