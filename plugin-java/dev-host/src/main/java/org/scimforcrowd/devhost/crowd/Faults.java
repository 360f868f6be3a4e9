package org.scimforcrowd.devhost.crowd;

import org.scimforcrowd.devhost.Crowd.Strike;

/** Makes the stand-in fail on purpose. */
public final class Faults {
  private volatile boolean databaseStopped;
  private Strike strike = Strike.BEFORE;

  /** Calls until the fault strikes; 0 and below once it has, or if none is armed. */
  private int left;

  private boolean struck;

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

  /**
   * @param call which of the calls of Crowd's managers from now on; 1 is the next
   */
  synchronized void arm(int call, Strike strike) {
    this.strike = strike;
    left = call;
    struck = false;
  }

  /** Gives whether the armed fault has struck. */
  synchronized boolean disarm() {
    boolean result = struck;
    left = 0;
    struck = false;
    return result;
  }

  /** Counts a call that begins. Gives whether it shall fail, and if so when; null if not. */
  synchronized Strike next() {
    if (struck) {
      return strike == Strike.CUT ? strike : null;
    }
    if (left == 0 || --left > 0) {
      return null;
    }
    struck = true;
    return strike;
  }
}
