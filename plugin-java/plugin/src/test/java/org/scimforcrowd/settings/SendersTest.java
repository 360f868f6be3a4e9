package org.scimforcrowd.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scimforcrowd.SetClock;
import org.scimforcrowd.engine.PortFailure;
import org.scimforcrowd.engine.RandomPort;
import org.scimforcrowd.settings.Senders.Sender;

class SendersTest {
  private static final String SETTINGS =
      """
      {"format":1,"connections":[
       {"id":"abc","scim":{"tokenHeader":"x-token","requestsPerSecond":5,"requestsAtOnce":0},
        "tokens":[{"hash":"%s","expires":0},{"hash":"%s","expires":1000}]},
       {"id":"old","scim":{},"tokens":[{"hash":"%s","expires":0}]}]}
      """
          .formatted(hash("t1"), hash("t2"), hash("t1"));
  private static final Sender ABC = new Sender("abc", 5, 0);

  private final SetClock clock = new SetClock();
  private String text = SETTINGS;
  private boolean down;
  private final Senders senders =
      new Senders(
          () -> {
            if (down) {
              throw new PortFailure(PortFailure.Kind.UNAVAILABLE, "settings");
            }
            return Optional.ofNullable(text);
          },
          clock);

  private static String hash(String token) {
    return RandomPort.sha256(token.getBytes(UTF_8));
  }

  private Optional<Sender> find(String path, String header, String value) {
    return senders.find(path, Map.of(header, value));
  }

  /** The same as authenticate.ts takes. */
  @ParameterizedTest
  @CsvSource({
    "/abc/v2/Users, authorization, Bearer t1, true",
    "//ABC, authorization, bEARER  t1 , true",
    "/abc, authorization, t1, true",
    "/abc, x-token, t1, true",
    "/abc, x-token, Bearer t1, true",
    "/abc, authorization, Bearer t2, true",
    "/abc, authorization, Bearer t3, false",
    "/abc, authorization, Bearer, false",
    "/abc, authorization, '', false",
    "/abc, x-other, t1, false",
    "/abd, authorization, Bearer t1, false",
    "'', authorization, Bearer t1, false",
    "/, authorization, Bearer t1, false",
    "/old, x-token, t1, false",
  })
  void tellsWhoHasAValidToken(String path, String header, String value, boolean valid) {
    assertEquals(valid ? Optional.of(ABC) : Optional.empty(), find(path, header, value));
  }

  @Test
  void takesNoTokenFromTheMomentOfItsExpiryOn() {
    clock.milliseconds = 999;
    assertEquals(Optional.of(ABC), find("/abc", "authorization", "t2"));
    clock.milliseconds = 1_000;
    assertEquals(Optional.empty(), find("/abc", "authorization", "t2"));
  }

  @Test
  void givesAConnectionOfAnOlderDocumentTheUsualLimits() {
    assertEquals(
        Optional.of(new Sender("old", 100, 64)), find("/old", "authorization", "Bearer t1"));
  }

  @Test
  void seesNewSettingsAndGoesOnWithTheLastOnesWhileTheyCannotBeRead() {
    text = null;
    assertEquals(Optional.empty(), find("/abc", "authorization", "t1"));
    text = SETTINGS;
    assertEquals(Optional.of(ABC), find("/abc", "authorization", "t1"));
    down = true;
    assertEquals(Optional.of(ABC), find("/abc", "authorization", "t1"));
    down = false;
    text = "no json";
    assertEquals(Optional.of(ABC), find("/abc", "authorization", "t1"));
  }
}
