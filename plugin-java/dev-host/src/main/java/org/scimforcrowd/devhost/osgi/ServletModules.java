package org.scimforcrowd.devhost.osgi;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Finds the servlet for a path below /plugins/servlet, as the plugin framework does: an exact pattern first,
 * then the longest one with wildcards ({@code *} any characters, {@code ?} one or none), then a default.
 */
public final class ServletModules {
  private static final Set<String> DEFAULTS = Set.of("/", "*", "/*");

  private final List<Entry> entries = new CopyOnWriteArrayList<>();

  private record Entry(String pattern, ServletModule module) {}

  /**
   * @param base the part of the path that belongs to the servlet path
   * @param pathInfo the rest; null where nothing is left
   */
  public record Match(ServletModule module, String base, String pathInfo) {}

  void add(ServletModule module) {
    module.patterns().forEach(pattern -> entries.add(new Entry(pattern, module)));
  }

  void remove(ServletModule module) {
    entries.removeIf(entry -> entry.module() == module);
  }

  /** The path begins after /plugins/servlet. */
  public Optional<Match> find(String requested) {
    String path = withoutDoubledSlashes(requested);
    return exact(path).or(() -> wildcard(path)).or(() -> fallback(path));
  }

  private static String withoutDoubledSlashes(String path) {
    StringBuilder collapsed = new StringBuilder();
    for (char c : path.toCharArray()) {
      if (c != '/' || collapsed.length() == 0 || collapsed.charAt(collapsed.length() - 1) != '/') {
        collapsed.append(c);
      }
    }
    return collapsed.toString();
  }

  private Optional<Match> exact(String path) {
    return entries.stream()
        .filter(entry -> entry.pattern().equals(path) && !DEFAULTS.contains(path))
        .findFirst()
        .map(entry -> new Match(entry.module(), path, null));
  }

  private Optional<Match> wildcard(String path) {
    return entries.stream()
        .filter(entry -> !DEFAULTS.contains(entry.pattern()))
        .filter(entry -> matches(entry.pattern(), path))
        .max(Comparator.comparingInt(entry -> entry.pattern().length()))
        .map(entry -> match(entry, path));
  }

  private Optional<Match> fallback(String path) {
    return entries.stream()
        .filter(entry -> DEFAULTS.contains(entry.pattern()))
        .findFirst()
        .map(entry -> new Match(entry.module(), "", path));
  }

  private static Match match(Entry entry, String path) {
    String pattern = entry.pattern();
    String base = pattern.endsWith("/*") ? pattern.substring(0, pattern.length() - 2) : path;
    if (!path.startsWith(base)) {
      base = path;
    }
    String rest = path.substring(base.length());
    return new Match(entry.module(), base, rest.isEmpty() ? null : rest);
  }

  private static boolean matches(String pattern, String path) {
    boolean itsRoot =
        pattern.endsWith("/*") && pattern.substring(0, pattern.length() - 2).equals(path);
    return itsRoot || matchesWildcards(pattern, path);
  }

  /** Whether a pattern covers a text: after each character of it, the places in the text it can reach. */
  private static boolean matchesWildcards(String pattern, String text) {
    boolean[] reached = new boolean[text.length() + 1];
    reached[0] = true;
    for (char c : pattern.toCharArray()) {
      boolean[] next = new boolean[text.length() + 1];
      for (int i = 0; i <= text.length(); i++) {
        boolean afterCharacter =
            i > 0 && reached[i - 1] && (c == '?' || c == text.charAt(i - 1));
        boolean afterNothing = reached[i] && (c == '?' || c == '*');
        boolean starGoesOn = c == '*' && i > 0 && next[i - 1];
        next[i] = (c != '*' && afterCharacter) || afterNothing || starGoesOn;
      }
      reached = next;
    }
    return reached[text.length()];
  }
}
