package org.scimforcrowd.devhost;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.scimforcrowd.devhost.http.AccessRules;

/**
 * What the command line says.
 *
 * @param port 0 for a free one
 * @param home where data is kept between starts
 * @param fresh whether what an earlier stand-in left in the home is removed first
 * @param servletApi {@code javax} (Spring 5.3, as Crowd 6) or {@code jakarta} (Spring 6.2, as Crowd 7)
 * @param database JDBC URL; empty for an H2 file in the home
 * @param baseUrl Crowd's base URL; empty for the address that is printed
 */
public record Options(
    int port,
    Path home,
    boolean fresh,
    String servletApi,
    Optional<String> database,
    AccessRules.Place access,
    Optional<String> baseUrl,
    boolean signatureCheck,
    boolean websudo) {
  /** The command line in words. */
  public static final String USAGE =
      """
      Options of the stand-in for Crowd:
        --port <number>                      8095; 0 takes a free one
        --home <folder>                      .stand-in; data is kept there between starts
        --fresh                              forgets what an earlier one left in the home
        --servlet-api javax|jakarta          jakarta
        --database <jdbc-url>                an H2 file in the home
        --base-url <url>                     the address that is printed
        --access-annotation class|bean|off   bean: where a servlet's access annotation is looked for
        --signature-check                    uploads need a signature, as in Crowd 7
        --websudo                            administration asks for the password once more""";

  private static final List<String> SWITCHES = List.of("fresh", "signature-check", "websudo");
  private static final List<String> VALUES =
      List.of(
          "port", "home", "servlet-api", "database", "base-url", "access-annotation");
  private static final int HIGHEST_PORT = 65_535;

  /** Reads the command line; the message of an IllegalArgumentException is for the user. */
  public static Options read(String... arguments) {
    Map<String, String> given = given(List.of(arguments));
    return new Options(
        port(given.getOrDefault("port", "8095")),
        Path.of(given.getOrDefault("home", ".stand-in")).toAbsolutePath().normalize(),
        given.containsKey("fresh"),
        oneOf("servlet-api", given.getOrDefault("servlet-api", "jakarta"), "javax", "jakarta"),
        Optional.ofNullable(given.get("database")),
        access(given.getOrDefault("access-annotation", "bean")),
        Optional.ofNullable(given.get("base-url")),
        given.containsKey("signature-check"),
        given.containsKey("websudo"));
  }

  private static Map<String, String> given(List<String> arguments) {
    Map<String, String> given = new TreeMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      String name = argument.startsWith("--") ? argument.substring(2) : "";
      if (SWITCHES.contains(name)) {
        given.put(name, "");
      } else if (VALUES.contains(name) && i + 1 < arguments.size()) {
        given.put(name, arguments.get(++i));
      } else {
        throw new IllegalArgumentException(
            VALUES.contains(name) ? argument + " needs a value" : "Unknown option " + argument);
      }
    }
    return given;
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= HIGHEST_PORT) {
        return port;
      }
    } catch (NumberFormatException e) {
      // the same message as for a number out of range
    }
    throw new IllegalArgumentException("--port needs a number from 0 to 65535, not " + text);
  }

  private static AccessRules.Place access(String text) {
    List<String> names =
        Arrays.stream(AccessRules.Place.values())
            .map(place -> place.name().toLowerCase(Locale.ROOT))
            .toList();
    String name = oneOf("access-annotation", text, names.toArray(String[]::new));
    return AccessRules.Place.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static String oneOf(String option, String text, String... allowed) {
    if (!List.of(allowed).contains(text)) {
      String words = Arrays.stream(allowed).collect(Collectors.joining(", "));
      throw new IllegalArgumentException("--" + option + " is one of " + words + ", not " + text);
    }
    return text;
  }
}
