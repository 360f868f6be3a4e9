package org.scimforcrowd.crowd;

import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Numbers that are dear to get, remembered for five seconds. A change on this node makes its number
 * forgotten at once; one on another node is seen when the number is too old.
 */
final class Totals {
  private static final long REMEMBERED_MILLISECONDS = 5_000;

  private final Clock clock;
  private final ConcurrentMap<String, Total> totals = new ConcurrentHashMap<>();

  Totals(Clock clock) {
    this.clock = clock;
  }

  /**
   * @param key of which number
   * @param query gets it where none is remembered
   */
  int of(String key, Callable<Integer> query) throws Exception {
    Total total = totals.computeIfAbsent(key, none -> new Total());
    long now = clock.millis();
    long changes;
    synchronized (total) {
      if (total.since <= now && now - total.since < REMEMBERED_MILLISECONDS) {
        return total.number;
      }
      changes = total.changes;
    }
    int number = query.call();
    synchronized (total) {
      // Counted while something changed: right for whoever asked, not for the next.
      if (total.changes == changes) {
        total.number = number;
        total.since = now;
      }
    }
    return number;
  }

  /** Does what changes the number; also where it fails, since it may have come half the way. */
  <T> T changing(String key, Callable<T> change) throws Exception {
    try {
      return change.call();
    } finally {
      Total total = totals.computeIfAbsent(key, none -> new Total());
      synchronized (total) {
        total.changes++;
        total.since = Long.MAX_VALUE;
      }
    }
  }

  private static final class Total {
    private int number;
    private long since = Long.MAX_VALUE;
    private long changes;
  }
}
