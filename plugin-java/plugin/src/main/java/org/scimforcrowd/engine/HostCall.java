package org.scimforcrowd.engine;

/** What a script can ask of the world around it: text in, text out, see ports/host.ts. */
@FunctionalInterface
public interface HostCall {
  /**
   * @param arguments a JSON array
   * @return {@code {"value": …}} or {@code {"failure": {"kind": …, "message": …}}}
   */
  String call(String port, String method, String arguments);
}
