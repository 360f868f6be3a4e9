package org.scimforcrowd.devhost.osgi;

/** A plugin that is not installed, enabled or found; the message says why, for an administrator. */
public final class PluginRefusedException extends Exception {
  public PluginRefusedException(String message) {
    super(message);
  }

  public PluginRefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}
