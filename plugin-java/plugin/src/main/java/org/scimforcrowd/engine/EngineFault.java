package org.scimforcrowd.engine;

/**
 * The script failed where it never should. The message ends with the place in the TypeScript
 * sources.
 */
public final class EngineFault extends RuntimeException {
  public EngineFault(String message) {
    super(message);
  }

  public EngineFault(String message, Throwable cause) {
    super(message, cause);
  }
}
