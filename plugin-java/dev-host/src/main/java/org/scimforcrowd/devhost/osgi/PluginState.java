package org.scimforcrowd.devhost.osgi;

/** Where a plugin stands, in the plugin framework's words. */
public enum PluginState {
  DISABLED,
  ENABLING,
  ENABLED,
  /** One of its modules could not be enabled; it has to be replaced by another version. */
  UNLOADABLE
}
