package org.scimforcrowd.devhost.crowd;

/** Makes the stand-in fail on purpose. */
public final class Faults {
  private volatile boolean databaseStopped;

  Faults() {}

  /** From now on every call fails as with a stopped database. */
  public void stopDatabase() {
    databaseStopped = true;
  }

  public void startDatabase() {
    databaseStopped = false;
  }

  public boolean isDatabaseStopped() {
    return databaseStopped;
  }
}
