package org.scimforcrowd.engine;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Room for exchanges in the engine, first come, first served. Nobody takes more than half of it: one
 * busy client stops neither the others nor the admin page.
 */
final class Scopes {
  private final int most;
  private final Duration wait;
  private final Semaphore all;
  private final Map<String, Semaphore> shares = new ConcurrentHashMap<>();

  /**
   * @param wait how long to wait for room in all
   */
  Scopes(int most, Duration wait) {
    this.most = most;
    this.wait = wait;
    this.all = new Semaphore(most, true);
  }

  /**
   * @param who from a bounded number of names, e.g. a connection's id
   * @throws EngineBusy if none came free in time
   */
  void take(String who) {
    long deadline = System.nanoTime() + wait.toNanos();
    take(share(who), deadline);
    try {
      take(all, deadline);
    } catch (EngineBusy busy) {
      share(who).release();
      throw busy;
    }
  }

  void giveBack(String who) {
    all.release();
    share(who).release();
  }

  private Semaphore share(String who) {
    return shares.computeIfAbsent(who, name -> new Semaphore(Math.max(1, most / 2), true));
  }

  private static void take(Semaphore room, long deadline) {
    try {
      if (!room.tryAcquire(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS)) {
        throw new EngineBusy();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new EngineBusy();
    }
  }
}
