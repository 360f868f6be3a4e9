package org.scimforcrowd.devhost.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scimforcrowd.devhost.StandIn;

/** What tests ask of the stand-in. */
class MachineViewTest {
  @TempDir static Path folder;
  private static StandIn standIn;

  @BeforeAll
  static void start() throws Exception {
    standIn = Running.start(folder.resolve("home"));
  }

  @AfterAll
  static void stop() throws Exception {
    standIn.close();
  }

  @ParameterizedTest
  @CsvSource({"admin:admin, 200", "admin:wrong, 401", "user:user, 401", "nonsense, 401"})
  void isForAdministrators(String credentials, int status) throws Exception {
    assertEquals(status, get("/stand-in/directories", credentials).statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"database\":\"slow\"}",
        "{\"database\":{}}",
        "{\"call\":\"x\"}",
        "{\"call\":1}",
        "{\"call\":1,\"strike\":\"soon\"}"
      })
  void refusesFaultsThatItCannotMake(String fault) throws Exception {
    assertEquals(400, send("POST", "/stand-in/faults", "admin:admin", fault).statusCode());
  }

  @Test
  void tellsWhetherAFaultHasStruck() throws Exception {
    String armed = "{\"call\":1,\"strike\":\"cut\"}";
    for (String fault : List.of(armed, "{\"call\":0}")) {
      HttpResponse<String> answer = send("POST", "/stand-in/faults", "admin:admin", fault);
      assertEquals("200 {\"struck\":false}", answer.statusCode() + " " + answer.body());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /stand-in/directories/999999, 404",
    "GET, /stand-in/directories/x, 404",
    "GET, /stand-in/nothing, 404",
    "POST, /stand-in/faults, 400",
    "POST, /stand-in/sql, 400",
    "POST, /stand-in/recording, 200",
    "GET, /stand-in/floor/nothing, 409",
  })
  void answersMistakes(String method, String path, int status) throws Exception {
    assertEquals(status, send(method, path, "admin:admin", "{\"database\":1}").statusCode());
  }

  @Test
  void countsWhatGoesToTheDatabase() throws Exception {
    JsonObject before = traffic();
    get("/stand-in/directories", "admin:admin");
    JsonObject after = traffic();
    for (String name : List.of("calls", "statements", "rows")) {
      assertTrue(after.get(name).getAsLong() > before.get(name).getAsLong(), name);
    }
  }

  @Test
  void runsSqlForEachRowOfParameters() throws Exception {
    sql("CREATE TABLE seen (number INTEGER, name VARCHAR(255))", "[[]]");
    sql("INSERT INTO seen VALUES (?, ?)", "[[1,\"one\"],[2,null]]");
    assertEquals(
        "[{\"number\":1,\"name\":\"one\"},{\"number\":2,\"name\":null}]",
        sql("SELECT * FROM seen WHERE number = ?", "[[1],[2]]"));
  }

  private static String sql(String statement, String rows) throws Exception {
    String body = "{\"sql\":\"" + statement + "\",\"rows\":" + rows + "}";
    return send("POST", "/stand-in/sql", "admin:admin", body).body();
  }

  @Test
  void answersFromARecordingThatIsKept() throws Exception {
    record("{\"record\":true}");
    record(
        "{\"keep\":\"one\",\"status\":201,\"contentType\":\"text/x-test;charset=utf-8\","
            + "\"answer\":\"seen\"}");
    HttpResponse<String> answer = send("POST", "/stand-in/floor/one", "", "{}");
    assertEquals("201 seen", answer.statusCode() + " " + answer.body());
    record("{}");
    assertEquals(409, send("POST", "/stand-in/floor/one", "", "{}").statusCode());
  }

  private static void record(String body) throws Exception {
    assertEquals(200, send("POST", "/stand-in/recording", "admin:admin", body).statusCode());
  }

  @Test
  void tellsItsMemoryAndTime() throws Exception {
    for (String asked : List.of("memory used", "memory threads", "cpu milliseconds")) {
      String[] words = asked.split(" ");
      String answer = get("/stand-in/" + words[0], "admin:admin").body();
      JsonObject told = JsonParser.parseString(answer).getAsJsonObject();
      assertTrue(told.get(words[1]).getAsDouble() > 0, asked);
    }
  }

  private static JsonObject traffic() throws Exception {
    return JsonParser.parseString(get("/stand-in/traffic", "admin:admin").body()).getAsJsonObject();
  }

  @Test
  void showsADirectoryAndDeletesIt() throws Exception {
    Browser browser = Browser.loggedIn(standIn.url(), "admin", "admin");
    String token = browser.token();
    browser.post(
        "/console/secure/directory/create.action",
        Map.of("name", "Seen", "description", "", "atl_token", token));
    long id = idOf("Seen");
    Map<String, String> group =
        Map.of("directoryID", "" + id, "name", "g", "description", "d", "atl_token", token);
    browser.post("/console/secure/group/create.action", group);

    JsonObject seen =
        JsonParser.parseString(get("/stand-in/directories/" + id, "admin:admin").body())
            .getAsJsonObject();
    assertEquals("Seen INTERNAL", text(seen, "name") + " " + text(seen, "type"));
    assertEquals(new JsonArray(), seen.get("users"));
    JsonObject shown = seen.getAsJsonArray("groups").get(0).getAsJsonObject();
    assertEquals("g d", text(shown, "name") + " " + text(shown, "description"));

    String path = "/stand-in/directories/" + id;
    assertEquals(200, send("POST", path + "/delete", "admin:admin", "").statusCode());
    assertEquals(404, get(path, "admin:admin").statusCode());
  }

  @Test
  void stopsTheDatabaseAndBringsItBack() throws Exception {
    assertEquals(200, get("/stand-in/directories", "admin:admin").statusCode());
    assertEquals(200, fault("stopped").statusCode());
    assertTrue(get("/stand-in/directories", "admin:admin").statusCode() >= 500);
    assertEquals(200, fault("running").statusCode());
    assertEquals(200, get("/stand-in/directories", "admin:admin").statusCode());
  }

  private static HttpResponse<String> fault(String database) throws Exception {
    return send("POST", "/stand-in/faults", "admin:admin", "{\"database\":\"" + database + "\"}");
  }

  private static long idOf(String name) throws Exception {
    JsonArray all =
        JsonParser.parseString(get("/stand-in/directories", "admin:admin").body())
            .getAsJsonArray();
    return StreamSupport.stream(all.spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .filter(directory -> text(directory, "name").equals(name))
        .findFirst()
        .orElseThrow()
        .get("id")
        .getAsLong();
  }

  private static String text(JsonObject json, String name) {
    return json.get(name).getAsString();
  }

  private static HttpResponse<String> get(String path, String credentials) throws Exception {
    return send("GET", path, credentials, "");
  }

  private static HttpResponse<String> send(
      String method, String path, String credentials, String body) throws Exception {
    String basic = Base64.getEncoder().encodeToString(credentials.getBytes());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(standIn.url() + path))
            .header("Authorization", "Basic " + basic)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }
}
