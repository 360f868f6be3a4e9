package org.scimforcrowd.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopesTest {
  /** Takes, and gives back where a minus stands before the name; says who got room. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4 | a a a         | a a",
        "4 | a a b         | a a b",
        "4 | a a b b c     | a a b b",
        "4 | a a a -a a    | a a a",
        "4 | a a b b -b c  | a a b b c",
        "5 | a a a         | a a",
        "1 | a b -a b      | a b",
        "2 | a b a -b a    | a b",
        "2 | a b c -a c    | a b c",
      })
  void givesNobodyMoreThanHalf(int most, String asked, String got) {
    Scopes scopes = new Scopes(most, Duration.ZERO);
    List<String> inside = new ArrayList<>();
    for (String step : asked.strip().split(" +")) {
      if (step.startsWith("-")) {
        scopes.giveBack(step.substring(1));
      } else if (hasRoom(scopes, step)) {
        inside.add(step);
      }
    }
    assertEquals(got.strip(), String.join(" ", inside));
  }

  private static boolean hasRoom(Scopes scopes, String who) {
    try {
      scopes.take(who);
      return true;
    } catch (EngineBusy busy) {
      return false;
    }
  }
}
