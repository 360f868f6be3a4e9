package org.scimforcrowd.devhost.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scimforcrowd.devhost.Crowd;
import org.scimforcrowd.devhost.StandIn;

/** What becomes of a request when the app's own JAR goes wrong inside. */
class FaultTest {
  private static final String BUDGET = "scimforcrowd.engine.milliseconds";
  private static final String SECRET = "secret-of-the-body";

  @TempDir Path folder;

  @AfterEach
  void forgetBudget() {
    System.clearProperty(BUDGET);
  }

  @Test
  void aRequestThatRunsTooLongIsStoppedAndTheNextOneWorks() throws Exception {
    System.setProperty(BUDGET, "1500");
    try (StandIn standIn = Running.start(folder.resolve("home"))) {
      RealPluginTest.install(standIn);
      ScimClient client = ScimClient.connected(standIn.url());
      HttpResponse<String> stopped = client.send("POST", "/Users", manyLists());
      assertEquals(503, stopped.statusCode(), stopped.body());
      assertEquals("5", stopped.headers().firstValue("Retry-After").orElse(""));
      assertEquals(200, client.send("GET", "/ServiceProviderConfig", "").statusCode());

      JsonObject line = client.newestActivity("POST");
      assertEquals(503, line.get("status").getAsInt());
      assertEquals("the script ran longer than 1500 ms", line.get("problem").getAsString());
      assertEquals(
          stopped.headers().firstValue("X-Correlation-Id").orElse(""),
          line.get("correlationId").getAsString());
    }
  }

  /** Nearly a megabyte that keeps the script busy for many seconds. */
  private static String manyLists() {
    return "{\"userName\":\"ada\",\"a\":" + "[".repeat(90) + "[],".repeat(300_000) + "[]"
        + "]".repeat(90) + "}";
  }

  @Test
  void aScriptErrorIsLoggedWithItsPlaceInTheSourcesAndWithoutWhatWasSent() throws Exception {
    PrintStream before = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try (StandIn standIn = Running.start(folder.resolve("home"))) {
      RealPluginTest.install(standIn);
      ScimClient client = ScimClient.connected(standIn.url());
      makeSchemasFail(standIn.crowd(), client.connection());
      HttpResponse<String> answer = client.send("GET", "/Schemas", "{\"a\":\"" + SECRET + "\"}");
      String id = answer.headers().firstValue("X-Correlation-Id").orElse("no id");
      assertEquals(500, answer.statusCode(), answer.body());
      assertFalse(answer.body().contains("TypeError"), answer.body());

      String logged = log.toString(StandardCharsets.UTF_8);
      Pattern place =
          Pattern.compile(
              "ERROR [^\n]*" + id + " failed in the engine: TypeError[^\n]*\n[^\n]*"
                  + "frontend/engine/src/[a-z/-]+\\.ts:\\d+");
      assertTrue(place.matcher(logged).find(), logged);
      assertFalse(logged.contains(client.token()), "the token stands in the log");
      assertFalse(logged.contains(SECRET), "the body stands in the log");
    } finally {
      System.setErr(before);
    }
  }

  /** What no version of ours writes: the script takes it for a list. */
  private static void makeSchemasFail(Crowd crowd, String connection) {
    PluginSettingsFactory settings =
        crowd.services().stream()
            .map(Crowd.Service::service)
            .filter(PluginSettingsFactory.class::isInstance)
            .map(PluginSettingsFactory.class::cast)
            .findFirst()
            .orElseThrow();
    settings.createGlobalSettings().put("scim." + connection + ".learned", "{\"User\":{}}");
  }
}
