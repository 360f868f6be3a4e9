package org.scimforcrowd.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XsrfTest {
  private final Xsrf xsrf = new Xsrf(() -> "random");

  @ParameterizedTest
  @CsvSource({
    "random, application/json, true",
    "random, application/json; charset=utf-8, true",
    "random, APPLICATION/JSON, true",
    "random, text/plain, false",
    "random, application/jsonp, false",
    "random, '', false",
    "other, application/json, false",
    "'', application/json, false",
  })
  void takesOurHeaderWithJsonOnly(String value, String type, boolean ours) {
    SentRequest page = SentRequest.get("/");
    assertEquals("random", xsrf.value(page));
    assertEquals(
        ours, xsrf.isOurs(page.with("x-scim-for-crowd-xsrf", value).with("content-type", type)));
  }

  @ParameterizedTest
  @CsvSource({"random", "''"})
  void takesNothingWithoutASession(String value) {
    SentRequest request =
        SentRequest.get("/")
            .with("x-scim-for-crowd-xsrf", value)
            .with("content-type", "application/json");
    assertEquals(false, xsrf.isOurs(request));
  }
}
