package org.scimforcrowd.engine;

/** More exchanges at once than the engine has scopes for; the client may try again in a moment. */
public final class EngineBusy extends RuntimeException {
  public EngineBusy() {
    super("the engine is busy with other requests");
  }
}
