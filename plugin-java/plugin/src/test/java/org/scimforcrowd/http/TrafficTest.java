package org.scimforcrowd.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scimforcrowd.SetClock;
import org.scimforcrowd.settings.Senders.Sender;

class TrafficTest {
  private static final String A_SECOND = "More than 2 requests a second";
  private static final String AT_ONCE = "More than 2 requests at once";

  private final SetClock clock = new SetClock();
  private final Traffic traffic = new Traffic(clock);

  /** `in` asks, `out` leaves, a number lets so many milliseconds pass. */
  @ParameterizedTest
  @CsvSource({
    "2, 0, in in in in, ok ok second second",
    "2, 0, in in 499 in, ok ok second",
    "2, 0, in in 500 in in, ok ok ok second",
    "2, 0, in in 250 in 250 in, ok ok second ok",
    "2, 0, 90000 in in in, ok ok second",
    "2, 0, in in -9000 in, ok ok second",
    "0, 2, in in in out in in, ok ok once ok once",
    "2, 2, in in in out in, ok ok once second",
    "0, 0, in in in in in, ok ok ok ok ok",
  })
  void letsInAsManyAsTheLimitsSay(int perSecond, int atOnce, String steps, String answers) {
    Sender sender = new Sender("c", perSecond, atOnce);
    List<String> given = new ArrayList<>();
    for (String step : steps.split(" ")) {
      switch (step) {
        case "in" -> given.add(shortened(traffic.enter(sender).orElse("ok")));
        case "out" -> traffic.leave(sender);
        default -> clock.milliseconds += Long.parseLong(step);
      }
    }
    assertEquals(answers, String.join(" ", given));
  }

  private static String shortened(String answer) {
    return answer.equals(A_SECOND) ? "second" : answer.equals(AT_ONCE) ? "once" : answer;
  }

  @Test
  void countsEachConnectionForItself() {
    for (String connection : List.of("a", "b")) {
      assertEquals("ok", traffic.enter(new Sender(connection, 1, 0)).orElse("ok"));
    }
  }

  @Test
  void holdsALimitThatWasJustSet() {
    for (int i = 0; i < 1_000; i++) {
      traffic.enter(new Sender("a", 0, 0));
    }
    clock.milliseconds += 1_000;
    Sender limited = new Sender("a", 2, 0);
    traffic.enter(limited);
    assertEquals("ok", traffic.enter(limited).orElse("ok"));
    assertEquals(A_SECOND, traffic.enter(limited).orElse("ok"));
  }
}
