package org.scimforcrowd.devhost.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinksTest {
  @ParameterizedTest
  @CsvSource({
    "/a?b=c,                       /crowd/a?b=c",
    "/crowd/a,                     /crowd/a",
    "/crowd,                       /crowd",
    "/crowds,                      /crowd/crowds",
    "http://host:1/crowd/a,        /crowd/a",
    "http://host:1/crowd.evil/a,   nowhere",
    "http://evil/,                 nowhere",
    "//evil/,                      nowhere",
    "'/\\evil',                    nowhere",
    "javascript:alert(1),          nowhere",
    "'',                           nowhere",
  })
  void leadsToPlacesOfThisServerOnly(String wanted, String place) {
    assertEquals(
        place, Links.destination(wanted, "/crowd", "http://host:1/crowd").orElse("nowhere"));
  }
}
