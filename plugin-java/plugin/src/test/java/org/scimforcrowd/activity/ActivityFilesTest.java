package org.scimforcrowd.activity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scimforcrowd.SetClock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scimforcrowd.engine.HostPorts;

class ActivityFilesTest {
  @TempDir private Path home;
  private final SetClock clock = SetClock.at("2026-01-01T00:00:00Z");
  private Path folder;

  private ActivityFiles files(String node, long mostBytes) {
    folder = home.resolve("activity");
    return new ActivityFiles(() -> Optional.of(folder), node, clock, mostBytes);
  }

  private static String summary(int number) {
    return "{\"number\":" + number + "}";
  }

  private static List<Integer> numbers(List<String> entries) {
    return entries.stream()
        .map(entry -> JsonParser.parseString(entry).getAsJsonObject().get("number").getAsInt())
        .toList();
  }

  private static String ref(String entry) {
    return JsonParser.parseString(entry).getAsJsonObject().get("ref").getAsString();
  }

  @Test
  void givesTheNewestFirstOfOneConnectionOrAll() throws IOException {
    ActivityFiles files = files("a", 1 << 20);
    for (int i = 1; i <= 5; i++) {
      clock.later(Duration.ofSeconds(1));
      files.append(i % 2 == 0 ? "even" : "odd", summary(i), "{}");
    }
    assertEquals(List.of(5, 4, 3), numbers(files.latest("", 3)));
    assertEquals(List.of(5, 3, 1), numbers(files.latest("odd", 10)));
    assertEquals(List.of(), files.latest("other", 10));
    assertEquals(List.of(), files.latest("", 0));
  }

  @Test
  void findsTheDetailOfAnEntry() throws IOException {
    ActivityFiles files = files("a", 1 << 20);
    files.append("c", summary(1), "{\"request\":\"grün\"}");
    files.append("c", summary(2), "{\"request\":\"two\nlines\"}");
    List<String> entries = files.latest("c", 2);
    assertEquals(Optional.of("{\"request\":\"two lines\"}"), files.detail(ref(entries.get(0))));
    assertEquals(Optional.of("{\"request\":\"grün\"}"), files.detail(ref(entries.get(1))));
  }

  @Test
  void givesAnEntryWithoutDetailNoRef() throws IOException {
    ActivityFiles files = files("a", 1 << 20);
    files.append("c", summary(1), "");
    assertEquals("", ref(files.latest("c", 1).get(0)));
    assertEquals(List.of("a-2026-01-01.jsonl"), names());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a-2026-01-01.0.9999999",
        "a-2026-01-01.5.5.5",
        "../../etc/passwd.0.5",
        "a/b-2026-01-01.0.5",
        "b-2026-01-01.0.1",
        "a-2026-01-01.999999999999.1",
        "a-2026-01-01.0.1",
        "a-2026-01-01.1.1"
      })
  void findsNoDetailForARefThatItDidNotMake(String ref) throws IOException {
    ActivityFiles files = files("a", 1 << 20);
    files.append("c", summary(1), "{}");
    assertEquals(Optional.empty(), files.detail(ref));
  }

  @Test
  void mergesNodesAndDays() throws IOException {
    ActivityFiles first = files("a", 1 << 20);
    ActivityFiles second = files("b", 1 << 20);
    int number = 1;
    for (int day = 0; day < 3; day++) {
      for (ActivityFiles files : List.of(first, second, first)) {
        clock.later(Duration.ofMinutes(1));
        files.append("c", summary(number++), "{}");
      }
      clock.later(Duration.ofDays(1));
    }
    assertEquals(List.of(9, 8, 7, 6, 5, 4, 3), numbers(second.latest("", 7)));
  }

  @Test
  void skipsALineThatACrashHasTornAndKeepsTheNextOne() throws IOException {
    ActivityFiles files = files("a", 1 << 20);
    files.append("c", summary(1), "{}");
    Files.writeString(
        folder.resolve("a-2026-01-01.jsonl"), "{\"at\":12,\"conn", StandardOpenOption.APPEND);
    Files.writeString(
        folder.resolve("a-2026-01-01.details.jsonl"), "{\"torn", StandardOpenOption.APPEND);
    files.append("c", summary(2), "{\"two\":2}");
    List<String> entries = files.latest("c", 10);
    assertEquals(List.of(2, 1), numbers(entries));
    assertEquals(Optional.of("{\"two\":2}"), files.detail(ref(entries.get(0))));
  }

  @Test
  void readsAcrossBlocksFromTheEnd() throws IOException {
    ActivityFiles files = files("a", 1L << 30);
    String padding = "ä".repeat(150);
    for (int i = 0; i < 1_000; i++) {
      files.append("c", "{\"number\":" + i + ",\"text\":\"" + padding + "\"}", "{}");
    }
    List<Integer> newestFirst =
        IntStream.rangeClosed(1, 1_000).map(i -> 1_000 - i).boxed().toList();
    assertEquals(newestFirst, numbers(files.latest("c", 2_000)));
  }

  @Test
  void keepsOnlyAWeek() throws IOException {
    ActivityFiles files = files("a", 1 << 20);
    for (int day = 1; day <= 9; day++) {
      files.append("c", summary(day), "{}");
      clock.later(Duration.ofDays(1));
    }
    assertEquals(List.of(9, 8, 7, 6, 5, 4, 3), numbers(files.latest("", 100)));
    assertEquals(14, names().size());
  }

  @Test
  void letsTheOldestGoWhenThereIsTooMuch() throws IOException {
    ActivityFiles files = files("a", 5_000);
    for (int day = 1; day <= 4; day++) {
      files.append("c", summary(day), "x".repeat(2_000));
      clock.later(Duration.ofDays(1));
    }
    assertEquals(List.of(4, 3, 2), numbers(files.latest("", 100)));
  }

  @Test
  void isReadableByItsOwnerOnly() throws IOException {
    ActivityFiles files = files("a", 1 << 20);
    files.append("c", summary(1), "{}");
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
    for (String name : names()) {
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))));
    }
    assertEquals(List.of("a-2026-01-01.details.jsonl", "a-2026-01-01.jsonl"), names());
  }

  @Test
  void neverThrowsIntoARequest() throws IOException {
    Path inTheWay = Files.writeString(home.resolve("file"), "", UTF_8);
    ActivityPort port =
        new ActivityPort(
            new ActivityFiles(() -> Optional.of(inTheWay), "a", clock, 1 << 20), clock);
    HostPorts ports = new HostPorts(Map.of("activity", port));
    assertEquals("{}", ports.call("activity", "append", "[\"c\",\"{}\",\"{}\"]"));
    assertEquals("{\"value\":[]}", ports.call("activity", "latest", "[\"\",10]"));
    assertEquals("{}", ports.call("activity", "detail", "[\"a-2026-01-01.0.2\"]"));
  }

  @Test
  void writesWhatItReads() throws IOException {
    ActivityFiles files = files("a", 1 << 20);
    files.append("c", "{\"number\":1,\"name\":\"<ada> & \\u2028\"}", "{}");
    JsonObject entry = JsonParser.parseString(files.latest("c", 1).get(0)).getAsJsonObject();
    assertEquals("<ada> & \u2028", entry.get("name").getAsString());
    assertTrue(entry.has("ref"));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
