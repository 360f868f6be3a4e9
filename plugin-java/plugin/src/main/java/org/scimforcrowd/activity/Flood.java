package org.scimforcrowd.activity;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lets so many lines of a kind a minute into Activity and counts the others. */
final class Flood {
  private static final int MOST_A_MINUTE = 60;
  private static final long MINUTE = 60_000;

  private final Clock clock;
  private final Map<Kind, Minute> minutes = new HashMap<>();

  /**
   * @param connection '' for strangers
   */
  record Kind(String connection, int status) {}

  /** How many of a kind were left out in a minute that is over. */
  record LeftOut(Kind kind, int count) {}

  private record Minute(long since, int count) {}

  Flood(Clock clock) {
    this.clock = clock;
  }

  /** False if there are as many as may be: then this one is counted. */
  synchronized boolean takes(Kind kind) {
    Minute minute = minutes.getOrDefault(kind, new Minute(clock.millis(), 0));
    minutes.put(kind, new Minute(minute.since(), minute.count() + 1));
    return minute.count() < MOST_A_MINUTE;
  }

  /** Ends the minutes that are over. To be asked before {@link #takes}. */
  synchronized List<LeftOut> ended() {
    List<LeftOut> leftOut = new ArrayList<>();
    long now = clock.millis();
    minutes
        .entrySet()
        .removeIf(
            entry -> {
              boolean isOver = Math.abs(now - entry.getValue().since()) >= MINUTE;
              int more = entry.getValue().count() - MOST_A_MINUTE;
              if (isOver && more > 0) {
                leftOut.add(new LeftOut(entry.getKey(), more));
              }
              return isOver;
            });
    return leftOut;
  }
}
