package org.scimforcrowd.devhost.running;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scimforcrowd.devhost.StandIn;

/** Servlets without an access annotation are refused, wherever the annotation is looked for. */
class AccessTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "bean,  /sample=200 /plain=401 /class-open=200 /class-plain=401",
    "class, /sample=401 /plain=401 /class-open=200 /class-plain=401",
    "off,   /sample=200 /plain=200 /class-open=200 /class-plain=200",
  })
  void anonymousMachinesAreAnswered(String place, String expected) throws Exception {
    try (StandIn standIn =
        Running.start(folder.resolve("home"), "--access-annotation", place)) {
      standIn.plugins().install(Running.sample(folder, "1.0.0"));
      Map<String, Integer> answers = new TreeMap<>();
      for (String path : List.of("/sample", "/plain", "/class-open", "/class-plain")) {
        answers.put(path, new Browser(standIn.url()).getAsMachine(servlet(path)).statusCode());
      }
      Map<String, Integer> wanted = new TreeMap<>();
      for (String pair : expected.split(" ")) {
        wanted.put(pair.split("=")[0], Integer.valueOf(pair.split("=")[1]));
      }
      assertEquals(wanted, answers);
      assertEquals(302 + " login", redirect(standIn, place, "/plain"));
      Browser user = Browser.loggedIn(standIn.url(), "user", "user");
      assertEquals(200, user.get(servlet("/plain")).statusCode());
    }
  }

  /** An anonymous browser is sent to the login page instead. */
  private static String redirect(StandIn standIn, String place, String path) throws Exception {
    if (place.equals("off")) {
      return "302 login";
    }
    var answer = new Browser(standIn.url()).get(servlet(path));
    String location = answer.headers().firstValue("Location").orElse("");
    boolean login =
        location.endsWith("/crowd/console/login.action?os_destination=%2Fplugins%2Fservlet%2Fplain");
    return answer.statusCode() + (login ? " login" : " " + location);
  }

  private static String servlet(String path) {
    return "/plugins/servlet" + path;
  }
}
