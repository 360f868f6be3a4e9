package org.scimforcrowd.devhost.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scimforcrowd.devhost.StandIn;

/** The pages of the console. */
class ConsoleTest {
  private static final String UPM = "/plugins/servlet/upm";

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

  private static Browser admin() throws Exception {
    return Browser.loggedIn(standIn.url(), "admin", "admin");
  }

  private static String location(HttpResponse<?> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  @Test
  void theLoginCookieIsHttpOnlyAndLax() throws Exception {
    HttpResponse<String> answer = new Browser(standIn.url()).login("admin", "admin");
    assertEquals(303, answer.statusCode());
    assertEquals("/crowd/console/home.action", location(answer));
    String cookie = answer.headers().firstValue("Set-Cookie").orElse("");
    assertTrue(cookie.contains("HttpOnly"), cookie);
    assertTrue(cookie.contains("SameSite=Lax"), cookie);
  }

  @ParameterizedTest
  @CsvSource({"admin, wrong", "nobody, nobody", "'', ''"})
  void wrongCredentialsAre401(String name, String password) throws Exception {
    HttpResponse<String> answer = new Browser(standIn.url()).login(name, password);
    assertEquals(401, answer.statusCode());
    assertTrue(answer.body().contains("Your username or password is incorrect."));
  }

  @ParameterizedTest
  @CsvSource({
    "/plugins/servlet/upm,          /crowd/plugins/servlet/upm",
    "/crowd/plugins/servlet/upm,    /crowd/plugins/servlet/upm",
    "https://evil.example/x,        /crowd/console/home.action",
    "//evil.example/x,              /crowd/console/home.action",
    "'/\\evil.example',             /crowd/console/home.action",
  })
  void afterTheLoginOnlyLocalPlacesAreGoneTo(String wanted, String reached) throws Exception {
    Map<String, String> form =
        Map.of("j_username", "admin", "j_password", "admin", "os_destination", wanted);
    assertEquals(
        reached, location(new Browser(standIn.url()).post("/console/login.action", form)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/plugins/servlet/upm",
        "/console/secure/directory/browse.action",
        "/console/secure/application/browse.action",
        "/console/secure/auditlog.action",
      })
  void administratorsOnly(String path) throws Exception {
    HttpResponse<String> anonymous = new Browser(standIn.url()).get(path);
    assertEquals(303, anonymous.statusCode());
    assertTrue(location(anonymous).startsWith("/crowd/console/login.action?os_destination="));
    assertEquals(403, Browser.loggedIn(standIn.url(), "user", "user").get(path).statusCode());
    assertEquals(200, admin().get(path).statusCode());
  }

  @Test
  void logoffEndsTheSession() throws Exception {
    Browser browser = admin();
    browser.get("/console/logoff.action");
    assertEquals(303, browser.get(UPM).statusCode());
  }

  @Test
  void anAppIsUploadedConfiguredDisabledEnabledAndUninstalled() throws Exception {
    byte[] jar = Files.readAllBytes(Running.sample(folder, "1.0.0"));
    Browser browser = admin();
    String token = browser.token();
    assertEquals(303, browser.upload(jar, "", token).statusCode());
    String list = browser.get(UPM).body();
    assertTrue(list.contains("Sample &amp; more"), list);
    assertTrue(list.contains("<dd>ENABLED</dd>"), list);
    assertTrue(list.contains("href=\"/crowd/plugins/servlet/sample/settings\">Configure<"), list);
    assertTrue(list.contains("href=\"/crowd/plugins/servlet/sample/settings\">Sample link<"), list);
    assertTrue(list.contains("rest (not known to the stand-in) unheard-of"), list);

    Map<String, String> form = Map.of("key", SampleJar.KEY, "atl_token", token);
    assertEquals(303, browser.post(UPM + "/disable", form).statusCode());
    assertTrue(browser.get(UPM).body().contains("<dd>DISABLED</dd>"));
    assertEquals(303, browser.post(UPM + "/enable", form).statusCode());
    assertTrue(browser.get(UPM).body().contains("<dd>ENABLED</dd>"));
    assertEquals(303, browser.post(UPM + "/uninstall", form).statusCode());
    assertTrue(browser.get(UPM).body().contains("No apps are installed."));
    assertEquals(400, browser.post(UPM + "/enable", form).statusCode());
  }

  @Test
  void aRefusedUploadSaysWhy() throws Exception {
    Browser browser = admin();
    HttpResponse<String> answer =
        browser.upload("no jar".getBytes(), "", browser.token());
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("The file cannot be read as a JAR"), answer.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/plugins/servlet/upm/upload",
        "/plugins/servlet/upm/enable",
        "/plugins/servlet/upm/uninstall",
        "/console/secure/directory/create.action",
        "/console/secure/directory/delete.action",
        "/console/secure/user/create.action",
        "/console/secure/user/update.action",
        "/console/secure/group/create.action",
        "/console/secure/application/map.action",
      })
  void aFormWithoutItsTokenIsRefused(String path) throws Exception {
    Browser browser = admin();
    for (Map<String, String> form : java.util.List.of(
        Map.<String, String>of(), Map.of("atl_token", "0123456789"))) {
      HttpResponse<String> answer = browser.post(path, form);
      assertEquals(403, answer.statusCode());
      assertTrue(answer.body().contains("XSRF token missing or wrong"), answer.body());
    }
    assertEquals(403, Browser.loggedIn(standIn.url(), "user", "user")
        .post(path, Map.of()).statusCode());
    assertEquals(303, new Browser(standIn.url()).post(path, Map.of()).statusCode());
  }

  @Test
  void directoriesUsersAndGroupsAreMadeAndShown() throws Exception {
    Browser browser = admin();
    String token = browser.token();
    HttpResponse<String> created =
        browser.post(
            "/console/secure/directory/create.action",
            Map.of("name", "People <b>", "description", "d", "atl_token", token));
    assertEquals(303, created.statusCode(), created.body());
    String id = location(created).replaceFirst(".*ID=", "");
    String page = browser.get("/console/secure/directory/view.action?ID=" + id).body();
    assertTrue(page.contains("People &lt;b&gt;"), page);
    assertFalse(page.contains("People <b>"), page);

    Map<String, String> user = new TreeMap<>(Map.of(
        "directoryID", id, "name", "ada", "firstName", "Ada", "lastName", "Lovelace",
        "email", "ada@example.com", "password", "", "atl_token", token));
    assertEquals(303, browser.post("/console/secure/user/create.action", user).statusCode());
    assertEquals(303, browser.post("/console/secure/group/create.action",
        Map.of("directoryID", id, "name", "poets", "description", "", "atl_token", token))
        .statusCode());
    assertEquals(303, browser.post("/console/secure/user/addgroup.action",
        Map.of("directoryID", id, "name", "ada", "group", "poets", "atl_token", token))
        .statusCode());
    assertEquals(303, browser.post("/console/secure/user/update.action",
        Map.of("directoryID", id, "name", "ada", "active", "false", "atl_token", token))
        .statusCode());
    String ada =
        browser.get("/console/secure/user/view.action?directoryID=" + id + "&name=ada").body();
    assertTrue(ada.contains("<dd>Inactive</dd>"), ada);
    assertTrue(ada.contains(">poets</a>"), ada);
    String poets =
        browser.get("/console/secure/group/view.action?directoryID=" + id + "&name=poets").body();
    assertTrue(poets.contains(">ada</a>"), poets);
    String users = browser.get("/console/secure/user/browse.action?directoryID=" + id).body();
    assertTrue(users.contains("ada@example.com"), users);
    assertTrue(browser.get("/console/secure/auditlog.action").body().contains("ada"));

    assertEquals(303, browser.post("/console/secure/directory/delete.action",
        Map.of("ID", id, "atl_token", token)).statusCode());
    assertEquals(404,
        browser.get("/console/secure/directory/view.action?ID=" + id).statusCode());
  }

  @Test
  void aDirectoryIsMappedToAnApplicationAndUnmapped() throws Exception {
    Browser browser = admin();
    String token = browser.token();
    String directory = location(browser.post("/console/secure/directory/create.action",
        Map.of("name", "Mapped", "atl_token", token))).replaceFirst(".*ID=", "");
    String application = browser.get("/console/secure/application/browse.action").body()
        .replaceFirst("(?s).*application/view.action\\?ID=(\\d+).*", "$1");
    Map<String, String> form =
        Map.of("ID", application, "directoryID", directory, "atl_token", token);
    assertEquals(303, browser.post("/console/secure/application/map.action", form).statusCode());
    String link = "directory/view.action?ID=" + directory + "\"";
    String page = "/console/secure/application/view.action?ID=" + application;
    assertTrue(browser.get(page).body().contains(link));
    assertEquals(
        303, browser.post("/console/secure/application/unmap.action", form).statusCode());
    assertFalse(browser.get(page).body().contains(link));
  }

  @Test
  void pagesAllowNoScript() throws Exception {
    HttpResponse<String> answer = admin().get(UPM);
    assertTrue(
        answer.headers().firstValue("Content-Security-Policy").orElse("")
            .startsWith("default-src 'none'"));
    assertFalse(answer.body().contains("<script"));
  }

  @Test
  void anUnknownPageIs404() throws Exception {
    assertEquals(404, new Browser(standIn.url()).get("/console/nothing.action").statusCode());
  }
}
