package org.scimforcrowd.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonPrimitive;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostPortsTest {
  private final HostPorts ports =
      new HostPorts(
          Map.of(
              "clock",
                  new ClockPort(
                      Clock.fixed(Instant.ofEpochMilli(1_700_000_000_123L), ZoneOffset.UTC)),
              "random", new RandomPort(),
              "patterns", new PatternsPort(),
              "broken",
                  (method, arguments) -> {
                    switch (method) {
                      case "timeout" -> throw new PortFailure(PortFailure.Kind.TIMEOUT, "user:ada");
                      case "error" -> throw new NoSuchMethodError("Crowd changed");
                      case "nothing" -> {
                        return null;
                      }
                      default -> {
                        return new JsonPrimitive(arguments.text(0));
                      }
                    }
                  }));

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "clock ; now ; [] ; {\"value\":1700000000123}",
        "random ; sha256 ; [\"a\u00e4\"] ;"
            + " {\"value\":\"a8cfaba558f062438616f22db36b78b219373c2596beb14e58e4278780d2f788\"}",
        "patterns ; problem ; [\"a+\"] ; {}",
        "patterns ; problem ; [\"a(\"] ; {\"value\":\"missing closing )\"}",
        "patterns ; problem ; [\"a)(b\"] ; {\"value\":\"unexpected )\"}",
        "patterns ; matches ; [\"a+\",\"aa\"] ; {\"value\":true}",
        "patterns ; matches ; [\"a+\",\"baa\"] ; {\"value\":false}",
        "patterns ; matches ; [\"a|b\",\"ab\"] ; {\"value\":false}",
        "patterns ; replace ; [\"(.+)@.*\",\"$1\",\"ada@x.org\"] ; {\"value\":\"ada\"}",
        "patterns ; replace ; [\"x\",\"y\",\"ada\"] ; {\"value\":\"ada\"}",
        "patterns ; replace ; [\"a*?\",\"y\",\"aa\"] ; {\"value\":\"y\"}",
        "patterns ; replace ; [\"a\",\"$2\",\"a\"] ;"
            + " {\"failure\":{\"kind\":\"invalid\",\"message\":\"the replacement does not fit the"
            + " pattern\"}}",
        "broken ; echo ; [\"\ud83d\ude00 <&'\"] ; {\"value\":\"\ud83d\ude00 <&'\"}",
        "broken ; nothing ; [] ; {}",
        "broken ; timeout ; [] ; {\"failure\":{\"kind\":\"timeout\",\"message\":\"user:ada\"}}",
        "broken ; error ; [] ; {\"failure\":{\"kind\":\"unavailable\",\"message\":\"broken.error"
            + " failed\"}}",
        "broken ; echo ; [] ; {\"failure\":{\"kind\":\"unavailable\",\"message\":\"broken.echo"
            + " failed\"}}",
        "none ; x ; [] ; {\"failure\":{\"kind\":\"unavailable\",\"message\":\"none.x failed\"}}",
        "clock ; then ; [] ; {\"failure\":{\"kind\":\"unavailable\",\"message\":\"clock.then"
            + " failed\"}}",
        "clock ; now ; not json ; {\"failure\":{\"kind\":\"unavailable\",\"message\":\"clock.now"
            + " failed\"}}"
      })
  void answersInText(String port, String method, String arguments, String reply) {
    assertEquals(reply, ports.call(port, method, arguments));
  }
}
