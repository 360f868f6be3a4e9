package org.scimforcrowd.crowd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class TotalsTest {
  private long now = 1_000_000;
  private int stored = 7;
  private int queries;
  private final Totals totals = new Totals(new SetClock());
  private final Callable<Integer> query =
      () -> {
        queries++;
        return stored;
      };

  @Test
  void remembersForFiveSeconds() throws Exception {
    assertEquals(7, totals.of("a", query));
    stored = 8;
    now += 4_999;
    assertEquals(7, totals.of("a", query));
    now += 1;
    assertEquals(8, totals.of("a", query));
    assertEquals(2, queries);
  }

  @Test
  void keepsNumbersApart() throws Exception {
    assertEquals(7, totals.of("a", query));
    stored = 8;
    assertEquals(8, totals.of("b", query));
  }

  @Test
  void forgetsAtAChangeAlsoWhereItFails() throws Exception {
    totals.of("a", query);
    totals.changing("a", () -> stored = 8);
    assertEquals(8, totals.of("a", query));
    assertThrows(
        IllegalStateException.class,
        () ->
            totals.changing(
                "a",
                () -> {
                  stored = 9;
                  throw new IllegalStateException();
                }));
    assertEquals(9, totals.of("a", query));
  }

  @Test
  void doesNotRememberWhatWasCountedDuringAChange() throws Exception {
    int during =
        totals.of(
            "a",
            () -> {
              int before = query.call();
              totals.changing("a", () -> stored = 8);
              return before;
            });
    assertEquals(7, during);
    assertEquals(8, totals.of("a", query));
  }

  @Test
  void asksAgainWhereTheClockWasSetBack() throws Exception {
    totals.of("a", query);
    stored = 8;
    now -= 1;
    assertEquals(8, totals.of("a", query));
  }

  private final class SetClock extends Clock {
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
      return Instant.ofEpochMilli(now);
    }
  }
}
