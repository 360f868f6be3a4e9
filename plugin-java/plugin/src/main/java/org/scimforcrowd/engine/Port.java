package org.scimforcrowd.engine;

import com.google.gson.JsonElement;

/** One of the engine's ports, on the shell's side. */
@FunctionalInterface
public interface Port {
  /**
   * @return the value, or null for nothing
   * @throws PortFailure if the port could not do it
   */
  JsonElement call(String method, Arguments arguments);

  /** What a port throws when it is asked for a method that it does not have. */
  static IllegalStateException unknownMethod(String method) {
    return new IllegalStateException("no method " + method);
  }
}
