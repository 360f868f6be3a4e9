package org.scimforcrowd.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scimforcrowd.SetClock;

class FloodTest {
  @TempDir private Path folder;
  private final SetClock clock = new SetClock();
  private ActivityFiles files;
  private ActivityPort activity;

  @BeforeEach
  void open() {
    files = new ActivityFiles(() -> Optional.of(folder), "a", clock, 1 << 20);
    activity = new ActivityPort(files, clock);
  }

  private void refuse(int times, String connection, String path) {
    for (int i = 0; i < times; i++) {
      activity.note(
          new ActivityPort.Refusal(connection, "", "GET", path, 429, "Too much", 3, "id" + i));
    }
  }

  /** Newest first, without what is the same in each. */
  private List<String> kept(String connection) throws IOException {
    return files.latest(connection, 1_000).stream()
        .map(line -> JsonParser.parseString(line).getAsJsonObject())
        .map(FloodTest::told)
        .toList();
  }

  private static String told(JsonObject line) {
    return line.get("at") + " " + line.get("resource") + " " + line.get("problem");
  }

  @Test
  void keepsSixtyLinesAMinuteAndThenTheNumberOfTheOthers() throws IOException {
    refuse(500, "c", "/c/Users");
    assertEquals(60, kept("c").size());
    clock.milliseconds = 59_999;
    refuse(1, "c", "/c/Users");
    assertEquals(60, kept("c").size());
    clock.milliseconds = 60_000;
    refuse(1, "c", "/c/Users");
    assertEquals(
        List.of(
            "59997 \"/c/Users\" \"Too much\"",
            "60000 \"/*\" \"441 more requests within a minute, not shown one by one\"",
            "-3 \"/c/Users\" \"Too much\""),
        kept("c").subList(0, 3));
    assertEquals(62, kept("c").size());
  }

  @Test
  void countsStrangersWithoutALineForEach() throws IOException {
    for (int i = 0; i < 1_000; i++) {
      assertEquals(i < 60, activity.takes("", 429));
    }
    assertEquals(List.of(), kept(""));
    clock.milliseconds = 60_000;
    assertEquals(true, activity.takes("", 429));
    assertEquals(
        List.of(
            "60000 \"/*\" \"940 more requests without a valid token within a minute, not shown one"
                + " by one\""),
        kept(""));
  }

  @Test
  void countsEachConnectionForItself() throws IOException {
    refuse(100, "c", "/c");
    refuse(1, "d", "/d");
    assertEquals(1, kept("d").size());
  }

  @Test
  void tellsOfAFloodThatIsOverToWhoeverLooks() {
    refuse(61, "c", "/c");
    clock.milliseconds = 60_000;
    var asked = JsonParser.parseString("[\"c\",1]").getAsJsonArray();
    String newest =
        activity.call("latest", new org.scimforcrowd.engine.Arguments(asked)).toString();
    assertEquals(true, newest.contains("1 more requests within a minute"), newest);
  }

  @Test
  void keepsALineInTheFormOfTheEngines() throws IOException {
    String token = "0123456789abcdef".repeat(4);
    refuse(1, "c", "/c/" + token + "/" + "x".repeat(500));
    assertEquals(
        List.of(
            "{\"at\":-3,\"connection\":\"c\",\"by\":\"\",\"method\":\"GET\",\"resource\":\"/c/•••/"
                + "x".repeat(93)
                + "\",\"name\":\"\",\"status\":429,\"changed\":\"\",\"problem\":\"Too much\","
                + "\"milliseconds\":3,\"correlationId\":\"id0\",\"ref\":\"\"}"),
        files.latest("c", 10));
  }
}
