package org.scimforcrowd.devhost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scimforcrowd.devhost.http.AccessRules;

class OptionsTest {
  @Test
  void hasADefaultForEverything() {
    Options expected =
        new Options(
            8095,
            Path.of(".stand-in").toAbsolutePath(),
            false,
            "jakarta",
            Optional.empty(),
            AccessRules.Place.BEAN,
            Optional.empty(),
            false,
            false);
    assertEquals(expected, Options.read());
  }

  @Test
  void readsEveryOption() {
    Options expected =
        new Options(
            0,
            Path.of("/home/x"),
            true,
            "javax",
            Optional.of("jdbc:h2:mem:x"),
            AccessRules.Place.CLASS,
            Optional.of("https://crowd.example/crowd"),
            true,
            true);
    String line =
        "--port 0 --home /home/x --fresh --servlet-api javax --database jdbc:h2:mem:x"
            + " --access-annotation class --base-url https://crowd.example/crowd"
            + " --signature-check --websudo";
    assertEquals(expected, Options.read(line.split(" ")));
  }

  @ParameterizedTest
  @CsvSource({
    "--prot 1,                  Unknown option --prot",
    "port,                      Unknown option port",
    "--port,                    --port needs a value",
    "--port x,                  '--port needs a number from 0 to 65535, not x'",
    "--port 70000,              '--port needs a number from 0 to 65535, not 70000'",
    "--servlet-api ee9,         '--servlet-api is one of javax, jakarta, not ee9'",
    "--access-annotation none,  '--access-annotation is one of class, bean, off, not none'",
  })
  void refusesWhatItDoesNotKnow(String line, String message) {
    Exception refusal =
        assertThrows(IllegalArgumentException.class, () -> Options.read(line.split(" ")));
    assertEquals(message, refusal.getMessage());
  }
}
