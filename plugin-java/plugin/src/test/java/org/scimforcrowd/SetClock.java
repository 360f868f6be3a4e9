package org.scimforcrowd;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test sets; begins in 1970. */
public final class SetClock extends Clock {
  public long milliseconds;

  public static SetClock at(String instant) {
    SetClock clock = new SetClock();
    clock.milliseconds = Instant.parse(instant).toEpochMilli();
    return clock;
  }

  public void later(Duration duration) {
    milliseconds += duration.toMillis();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(milliseconds);
  }
}
