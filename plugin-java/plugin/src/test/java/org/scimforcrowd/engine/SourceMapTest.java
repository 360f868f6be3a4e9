package org.scimforcrowd.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceMapTest {
  /**
   * Line 1: nothing. Line 2: column 0 is a.ts line 3, column 10 is b.ts line 1. Line 3: column 4 is
   * b.ts line 18 (a difference of 17 takes two digits).
   */
  private final SourceMap map =
      SourceMap.read(
          """
          {"version":3,
           "sources":["webpack://scim-for-crowd/./frontend/engine/src/a.ts",
            "../frontend/settings/src/b.ts"],
           "mappings":";AAEA,UCFA;IAiBA,I"}
          """);

  @ParameterizedTest
  @CsvSource({
    "1, 1, ''",
    "2, 0, frontend/engine/src/a.ts:3",
    "2, 1, frontend/engine/src/a.ts:3",
    "2, 10, frontend/engine/src/a.ts:3",
    "2, 11, frontend/settings/src/b.ts:1",
    "2, 999, frontend/settings/src/b.ts:1",
    "3, 0, frontend/settings/src/b.ts:18",
    "4, 1, ''",
    "0, 1, ''",
  })
  void findsTheSource(int line, int column, String expected) {
    assertEquals(Optional.of(expected).filter(text -> !text.isEmpty()), map.find(line, column));
  }

  @Test
  void translatesAStackAndLeavesOtherPlacesAlone() {
    assertEquals(
        "at frontend/engine/src/a.ts:3 (f)\n"
            + "at frontend/settings/src/b.ts:1 ($g)\n"
            + "at other.js:2\n"
            + "at engine.js:9",
        map.translate(
            "at engine.js:2 (f)\nat engine.js:2:20 ($g)\nat other.js:2\nat engine.js:9",
            "engine.js"));
  }
}
