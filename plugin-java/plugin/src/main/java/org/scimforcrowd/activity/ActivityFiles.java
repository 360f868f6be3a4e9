package org.scimforcrowd.activity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What happened, in files of the shared home: for each node and day (UTC) one with a line for each
 * entry and one with their details. Only appended to; readable by Crowd's own account only; kept
 * for a week, 1 GB at most.
 */
public final class ActivityFiles {
  private static final String SUMMARIES = ".jsonl";
  private static final String DETAILS = ".details.jsonl";
  private static final Pattern FILE =
      Pattern.compile("([A-Za-z0-9_-]+)-(\\d{4}-\\d{2}-\\d{2})(\\.details)?\\.jsonl");
  private static final Pattern REF =
      Pattern.compile("([A-Za-z0-9_-]+-\\d{4}-\\d{2}-\\d{2})\\.(\\d{1,12})\\.(\\d{1,7})");
  private static final int DAYS_KEPT = 7;
  private static final int APPENDS_BETWEEN_LOOKS = 1_000;
  private static final long MOST_BYTES_READ = 32L << 20;
  private static final int LONGEST_DETAIL = 1 << 20;

  private final Supplier<Optional<Path>> folder;
  private final String node;
  private final Clock clock;
  private final long mostBytes;
  private LocalDate tidied = LocalDate.MIN;
  private int appends;
  private boolean full;

  /**
   * @param folder where the files go; empty if there is no place for them
   * @param node a name that no other node and no earlier start uses: letters, digits, - and _
   * @param mostBytes beyond this the oldest files go; if today's alone are larger, details are not
   *     kept
   */
  public ActivityFiles(Supplier<Optional<Path>> folder, String node, Clock clock, long mostBytes) {
    this.folder = folder;
    this.node = node;
    this.clock = clock;
    this.mostBytes = mostBytes;
  }

  /**
   * What can be a token is hidden in both.
   *
   * @param summary a JSON object on one line
   * @param detail JSON on one line; '' for none
   */
  void append(String connection, String summary, String detail) throws IOException {
    JsonObject entry = JsonParser.parseString(Tokens.hidden(summary)).getAsJsonObject();
    appendHidden(connection, entry, Tokens.hidden(detail));
  }

  private synchronized void appendHidden(String connection, JsonObject summary, String detail)
      throws IOException {
    Path home = folder.get().orElseThrow(() -> new IOException("there is no shared home"));
    OwnersFiles.makeFolder(home);
    tidy(home);
    String base = node + "-" + today();
    String ref = "";
    if (!full && !detail.isEmpty()) {
      long[] place = OwnersFiles.appendLine(home.resolve(base + DETAILS), detail);
      ref = base + "." + place[0] + "." + place[1];
    }
    JsonObject line = new JsonObject();
    line.addProperty("at", clock.millis());
    line.addProperty("connection", connection);
    line.addProperty("ref", ref);
    line.add("summary", summary);
    OwnersFiles.appendLine(home.resolve(base + SUMMARIES), line.toString());
  }

  /**
   * The newest entries first, each its summary with `ref` added; of all connections if `connection`
   * is ''.
   */
  List<String> latest(String connection, int count) throws IOException {
    Optional<Path> home = folder.get().filter(Files::isDirectory);
    List<String> found = new ArrayList<>();
    if (home.isEmpty()) {
      return found;
    }
    long budget = MOST_BYTES_READ;
    for (LocalDate day : days(home.get())) {
      if (found.size() >= count || budget <= 0) {
        break;
      }
      List<JsonObject> entries = new ArrayList<>();
      for (Path file : filesOf(home.get(), day)) {
        budget -= readFromEnd(file, connection, count - found.size(), budget, entries);
      }
      entries.sort(
          Comparator.comparingLong((JsonObject entry) -> entry.get("at").getAsLong()).reversed());
      entries.stream().limit(count - found.size()).map(ActivityFiles::shown).forEach(found::add);
    }
    return found;
  }

  Optional<String> detail(String ref) throws IOException {
    Matcher place = REF.matcher(ref);
    Optional<Path> home = folder.get();
    if (!place.matches() || home.isEmpty()) {
      return Optional.empty();
    }
    Path file = home.get().resolve(place.group(1) + DETAILS);
    long offset = Long.parseLong(place.group(2));
    int length = Integer.parseInt(place.group(3));
    if (!Files.isRegularFile(file)
        || length > LONGEST_DETAIL
        || offset + length >= Files.size(file)
        || !OwnersFiles.isLine(file, offset, length)) {
      return Optional.empty();
    }
    return Optional.of(new String(OwnersFiles.read(file, offset, length), UTF_8));
  }

  private static String shown(JsonObject entry) {
    JsonObject summary = entry.getAsJsonObject("summary");
    summary.add("ref", entry.get("ref"));
    return summary.toString();
  }

  /**
   * Adds the newest matching entries of a file, newest first, reading it from its end; gives the
   * bytes that it read.
   */
  private static long readFromEnd(
      Path file, String connection, int count, long budget, List<JsonObject> entries)
      throws IOException {
    int found = 0;
    try (LinesFromEnd lines = new LinesFromEnd(file)) {
      Optional<String> line = lines.next();
      while (line.isPresent() && found < count && lines.bytesRead() < budget) {
        Optional<JsonObject> entry = entry(line.get(), connection);
        entry.ifPresent(entries::add);
        found += entry.isPresent() ? 1 : 0;
        line = lines.next();
      }
      return lines.bytesRead();
    }
  }

  /** Empty for another connection's line and for one that a crash has torn. */
  private static Optional<JsonObject> entry(String line, String connection) {
    try {
      JsonObject entry = JsonParser.parseString(line).getAsJsonObject();
      entry.getAsJsonObject("summary").size();
      entry.get("at").getAsLong();
      boolean wanted =
          connection.isEmpty() || connection.equals(entry.get("connection").getAsString());
      return wanted ? Optional.of(entry) : Optional.empty();
    } catch (JsonParseException
        | IllegalStateException
        | NullPointerException
        | NumberFormatException torn) {
      return Optional.empty();
    }
  }

  private void tidy(Path home) throws IOException {
    boolean newDay = !tidied.equals(today());
    if (!newDay && ++appends % APPENDS_BETWEEN_LOOKS != 0) {
      return;
    }
    tidied = today();
    long size = 0;
    for (LocalDate day : days(home)) {
      long sizeOfDay = sizeOf(home, day);
      boolean old = day.isBefore(today().minusDays(DAYS_KEPT - 1L));
      boolean tooMuch = day.isBefore(today()) && size + sizeOfDay > mostBytes;
      if (old || tooMuch) {
        delete(home, day);
      } else {
        size += sizeOfDay;
      }
    }
    full = size > mostBytes;
  }

  private static long sizeOf(Path home, LocalDate day) throws IOException {
    long size = 0;
    for (Path file : allOf(home, day)) {
      size += Files.size(file);
    }
    return size;
  }

  private static void delete(Path home, LocalDate day) throws IOException {
    for (Path file : allOf(home, day)) {
      Files.deleteIfExists(file);
    }
  }

  /** The days of which there are files, newest first. */
  private static List<LocalDate> days(Path home) throws IOException {
    try (Stream<Path> files = Files.list(home)) {
      return files
          .map(file -> FILE.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .map(name -> LocalDate.parse(name.group(2)))
          .distinct()
          .sorted(Comparator.reverseOrder())
          .toList();
    }
  }

  private static List<Path> filesOf(Path home, LocalDate day) throws IOException {
    return allOf(home, day).stream().filter(file -> !file.toString().endsWith(DETAILS)).toList();
  }

  private static List<Path> allOf(Path home, LocalDate day) throws IOException {
    try (Stream<Path> files = Files.list(home)) {
      return files
          .filter(file -> FILE.matcher(file.getFileName().toString()).matches())
          .filter(file -> file.getFileName().toString().contains("-" + day + "."))
          .toList();
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
