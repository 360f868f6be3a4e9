package org.scimforcrowd.engine;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the place in the TypeScript sources for a place in the bundle (source map revision 3).
 * Names and the sources' text are not read.
 */
public final class SourceMap {
  private static final String DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private final List<String> sources;
  private final List<List<Segment>> lines;

  /** From `column` of a bundle line on, code comes from `line` of the source. Both 0-based. */
  private record Segment(int column, int source, int line) {}

  private SourceMap(List<String> sources, List<List<Segment>> lines) {
    this.sources = sources;
    this.lines = lines;
  }

  /**
   * @throws RuntimeException if the text is no source map
   */
  public static SourceMap read(String json) {
    JsonObject map = JsonParser.parseString(json).getAsJsonObject();
    List<String> sources = new ArrayList<>();
    for (JsonElement source : map.getAsJsonArray("sources")) {
      sources.add(shortName(source.getAsString()));
    }
    return new SourceMap(sources, decode(map.get("mappings").getAsString()));
  }

  /**
   * @param line 1-based line of the bundle
   * @param column 1-based column, or 0 if it is not known: then the first code of the line counts
   * @return e.g. {@code frontend/engine/src/index.ts:12}
   */
  public Optional<String> find(int line, int column) {
    if (line < 1 || line > lines.size() || lines.get(line - 1).isEmpty()) {
      return Optional.empty();
    }
    List<Segment> segments = lines.get(line - 1);
    Segment found = segments.get(0);
    for (Segment segment : segments) {
      if (segment.column() < column) {
        found = segment;
      }
    }
    return Optional.of(sources.get(found.source()) + ":" + (found.line() + 1));
  }

  /**
   * The text with each `file:line` or `file:line:column` of the bundle replaced by the place in the
   * sources.
   */
  public String translate(String text, String file) {
    Pattern place = Pattern.compile(Pattern.quote(file) + ":(\\d{1,9})(?::(\\d{1,9}))?");
    return place.matcher(text).replaceAll(found -> Matcher.quoteReplacement(translated(found)));
  }

  private String translated(MatchResult place) {
    int column = place.group(2) == null ? 0 : Integer.parseInt(place.group(2));
    return find(Integer.parseInt(place.group(1)), column).orElse(place.group());
  }

  private static String shortName(String source) {
    return source.replaceFirst("^webpack://[^/]*/", "").replaceFirst("^(\\.{1,2}/)+", "");
  }

  private static List<List<Segment>> decode(String mappings) {
    List<List<Segment>> lines = new ArrayList<>();
    int[] last = new int[5];
    for (String line : mappings.split(";", -1)) {
      List<Segment> segments = new ArrayList<>();
      last[0] = 0;
      for (String segment : line.isEmpty() ? new String[0] : line.split(",")) {
        int fields = add(segment, last);
        if (fields >= 4) {
          segments.add(new Segment(last[0], last[1], last[2]));
        }
      }
      lines.add(segments);
    }
    return lines;
  }

  /**
   * Adds the differences that a segment holds (base 64 VLQ: column, source, line, column, name);
   * gives their number.
   */
  private static int add(String segment, int[] last) {
    int field = 0;
    int shift = 0;
    int value = 0;
    for (int i = 0; i < segment.length(); i++) {
      int digit = DIGITS.indexOf(segment.charAt(i));
      value |= (digit & 31) << shift;
      shift += 5;
      if ((digit & 32) == 0) {
        last[field++] += (value & 1) == 1 ? -(value >>> 1) : value >>> 1;
        shift = 0;
        value = 0;
      }
    }
    return field;
  }
}
