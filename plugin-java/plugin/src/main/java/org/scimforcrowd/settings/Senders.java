package org.scimforcrowd.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.scimforcrowd.engine.RandomPort;

/**
 * Tells who carries a valid token of a connection from strangers, so that these cost next to
 * nothing. The engine asks for the token again and has the words for what is wrong with it
 * (authenticate.ts).
 */
public final class Senders {
  /** An older document holds no limits: the same as in fields.ts. */
  private static final int PER_SECOND = 100;

  private static final int AT_ONCE = 64;
  private static final int LONGEST_CREDENTIALS = 4096;
  private static final String BEARER = "bearer ";

  private final Supplier<Optional<String>> settings;
  private final Clock clock;
  private volatile Known known = new Known("", Map.of());

  /**
   * A connection with a valid token. Limits are for each node; 0 is none.
   *
   * @param connection its id
   */
  public record Sender(String connection, int requestsPerSecond, int requestsAtOnce) {}

  private record Token(String hash, long expires) {}

  private record Connection(Sender sender, String tokenHeader, List<Token> tokens) {}

  private record Known(String text, Map<String, Connection> connections) {}

  /**
   * @param settings the document of the settings, at most two seconds old
   */
  public Senders(Supplier<Optional<String>> settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Empty for a stranger. While the settings cannot be read, those known last count.
   *
   * @param path begins with the connection's id
   * @param headers with names in lower case
   */
  public Optional<Sender> find(String path, Map<String, String> headers) {
    String id = path.replaceFirst("^/+", "").replaceFirst("/.*", "").toLowerCase(Locale.ROOT);
    return Optional.ofNullable(connections().get(id))
        .filter(
            connection ->
                carriesToken(connection, headers.get("authorization"))
                    || carriesToken(connection, headers.get(connection.tokenHeader())))
        .map(Connection::sender);
  }

  private boolean carriesToken(Connection connection, String header) {
    if (header == null) {
      return false;
    }
    String value = header.strip();
    String token =
        value.regionMatches(true, 0, BEARER, 0, BEARER.length())
            ? value.substring(BEARER.length()).strip()
            : value;
    String cut = token.substring(0, Math.min(token.length(), LONGEST_CREDENTIALS));
    String hash = RandomPort.sha256(cut.getBytes(UTF_8));
    return connection.tokens().stream()
        .anyMatch(
            one ->
                one.hash().equals(hash) && (one.expires() == 0 || one.expires() > clock.millis()));
  }

  private Map<String, Connection> connections() {
    Known last = known;
    try {
      String text = settings.get().orElse("");
      if (!text.equals(last.text())) {
        last = new Known(text, parse(text));
        known = last;
      }
    } catch (RuntimeException unreadable) {
      return last.connections(); // the engine says what is wrong
    }
    return last.connections();
  }

  private static Map<String, Connection> parse(String text) {
    Map<String, Connection> found = new HashMap<>();
    if (!text.isEmpty()) {
      for (JsonElement one :
          JsonParser.parseString(text).getAsJsonObject().getAsJsonArray("connections")) {
        Connection connection = connection(one.getAsJsonObject());
        found.put(connection.sender().connection(), connection);
      }
    }
    return found;
  }

  private static Connection connection(JsonObject stored) {
    JsonObject scim = stored.getAsJsonObject("scim");
    List<Token> tokens = new ArrayList<>();
    for (JsonElement token : stored.getAsJsonArray("tokens")) {
      JsonObject one = token.getAsJsonObject();
      tokens.add(new Token(one.get("hash").getAsString(), one.get("expires").getAsLong()));
    }
    return new Connection(
        new Sender(
            stored.get("id").getAsString(),
            scim.has("requestsPerSecond") ? scim.get("requestsPerSecond").getAsInt() : PER_SECOND,
            scim.has("requestsAtOnce") ? scim.get("requestsAtOnce").getAsInt() : AT_ONCE),
        scim.has("tokenHeader") ? scim.get("tokenHeader").getAsString() : "",
        tokens);
  }
}
