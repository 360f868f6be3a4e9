package org.scimforcrowd.devhost.console;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.scimforcrowd.devhost.Crowd;
import org.scimforcrowd.devhost.http.Tokens;
import org.scimforcrowd.devhost.http.WebAnswer;
import org.scimforcrowd.devhost.http.WebRequest;

/**
 * What tests and benchmarks ask of the stand-in, and a real Crowd has not: directories as JSON,
 * faults, and what went to the database. For administrators, with Basic authentication.
 */
final class MachineView {
  private static final String DIRECTORIES = "/stand-in/directories";
  private static final String FAULTS = "/stand-in/faults";

  private final Crowd crowd;
  private final DirectoryJson directories;
  private final BenchView bench;

  /** Credentials that were right once: a stopped database cannot check them when it shall run again. */
  private final AtomicReference<String> accepted = new AtomicReference<>("");

  MachineView(Crowd crowd) {
    this.crowd = crowd;
    this.directories = new DirectoryJson(crowd);
    this.bench = new BenchView(crowd);
  }

  WebAnswer answer(WebRequest request) throws Exception {
    if (!isAllowed(request)) {
      return WebAnswer.text(
          401, "Basic authentication needed", Map.of("WWW-Authenticate", "Basic realm=\"stand-in\""));
    }
    String asked = request.method() + " " + request.path();
    if (asked.equals("GET " + DIRECTORIES)) {
      return WebAnswer.json(200, directories.all().toString());
    }
    if (asked.equals("POST " + FAULTS)) {
      return faults(request.body());
    }
    Optional<WebAnswer> forBench = bench.answer(request);
    return forBench.isPresent() ? forBench.get() : ofDirectory(request);
  }

  private WebAnswer ofDirectory(WebRequest request) throws Exception {
    String[] parts = request.path().substring("/stand-in/".length()).split("/");
    boolean named = parts.length >= 2 && parts[0].equals("directories") && isNumber(parts[1]);
    if (named && parts.length == 2 && request.method().equals("GET")) {
      return WebAnswer.json(200, directories.one(Long.parseLong(parts[1])).toString());
    }
    if (named && parts.length == 3 && request.method().equals("POST")
        && parts[2].equals("delete")) {
      crowd.directories().removeDirectory(
          crowd.directories().findDirectoryById(Long.parseLong(parts[1])));
      return WebAnswer.json(200, "{}");
    }
    return WebAnswer.json(404, "{\"error\":\"no such thing\"}");
  }

  private WebAnswer faults(String body) {
    try {
      JsonObject wanted = JsonParser.parseString(body).getAsJsonObject();
      return WebAnswer.json(
          200, (wanted.has("call") ? callFault(wanted) : databaseFault(wanted)).toString());
    } catch (JsonParseException
        | IllegalStateException
        | IllegalArgumentException
        | UnsupportedOperationException
        | NullPointerException e) {
      return WebAnswer.json(
          400,
          "{\"error\":\"database is stopped or running; or call is a number, and strike is before,"
              + " after or cut\"}");
    }
  }

  private JsonObject databaseFault(JsonObject wanted) {
    String database = wanted.get("database").getAsString();
    if (!database.equals("stopped") && !database.equals("running")) {
      throw new IllegalArgumentException(database);
    }
    crowd.setDatabaseRunning(database.equals("running"));
    return wanted;
  }

  /** A call of 0 disarms. Answers whether the fault that was armed before has struck. */
  private JsonObject callFault(JsonObject wanted) {
    int call = wanted.get("call").getAsInt();
    Crowd.Strike strike =
        call == 0
            ? Crowd.Strike.BEFORE
            : Crowd.Strike.valueOf(wanted.get("strike").getAsString().toUpperCase(Locale.ENGLISH));
    JsonObject answer = new JsonObject();
    answer.addProperty("struck", crowd.disarmFault());
    crowd.armFault(call, strike);
    return answer;
  }

  private boolean isAllowed(WebRequest request) {
    String header = request.header("Authorization").orElse("");
    if (!accepted.get().isEmpty() && Tokens.same(accepted.get(), header)) {
      return true;
    }
    Optional<String[]> credentials = credentials(header);
    boolean allowed =
        credentials.isPresent()
            && crowd.authenticate(credentials.get()[0], credentials.get()[1])
            && crowd.isAdministrator(credentials.get()[0]);
    if (allowed) {
      accepted.set(header);
    }
    return allowed;
  }

  private static Optional<String[]> credentials(String header) {
    if (!header.startsWith("Basic ")) {
      return Optional.empty();
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(header.substring("Basic ".length()).trim());
      String[] pair = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
      return pair.length == 2 ? Optional.of(pair) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.length() < 19 && text.chars().allMatch(Character::isDigit);
  }
}
