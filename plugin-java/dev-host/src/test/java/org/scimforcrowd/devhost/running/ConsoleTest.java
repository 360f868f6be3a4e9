package org.scimforcrowd.devhost.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

  @Test
  void theLoginCookieIsHttpOnlyAndLax() throws Exception {
    HttpResponse<String> answer = new Browser(standIn.url()).login("admin", "admin");
    assertEquals(303, answer.statusCode());
    assertEquals("/crowd/console/home.action", Browser.location(answer));
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
        reached, Browser.location(new Browser(standIn.url()).post("/console/login.action", form)));
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
    assertTrue(Browser.location(anonymous).startsWith("/crowd/console/login.action?os_destination="));
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

    assertEquals(303, act(browser, "disable"));
    assertTrue(browser.get(UPM).body().contains("<dd>DISABLED</dd>"));
    assertEquals(303, act(browser, "enable"));
    assertTrue(browser.get(UPM).body().contains("<dd>ENABLED</dd>"));
    assertEquals(303, act(browser, "uninstall"));
    assertTrue(browser.get(UPM).body().contains("No apps are installed."));
    assertEquals(400, act(browser, "enable"));
  }

  private static int act(Browser browser, String action) throws Exception {
    return browser.submit(UPM + "/" + action, "key", SampleJar.KEY).statusCode();
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
    for (String token : List.of("", "0123456789")) {
      HttpResponse<String> answer = admin().post(path, Map.of("atl_token", token));
      assertEquals(403, answer.statusCode());
      assertTrue(answer.body().contains("XSRF token missing or wrong"), answer.body());
    }
    Browser user = Browser.loggedIn(standIn.url(), "user", "user");
    assertEquals(403, user.post(path, Map.of()).statusCode());
    assertEquals(303, new Browser(standIn.url()).post(path, Map.of()).statusCode());
  }

  /** Makes an internal directory and gives its id. */
  private static String directory(Browser browser, String name) throws Exception {
    HttpResponse<String> created =
        browser.submit("/console/secure/directory/create.action", "name", name);
    assertEquals(303, created.statusCode(), created.body());
    return Browser.location(created).replaceFirst(".*ID=", "");
  }

  private static void submit(Browser browser, String path, String... fields) throws Exception {
    HttpResponse<String> answer = browser.submit("/console/secure/" + path, fields);
    assertEquals(303, answer.statusCode(), answer.body());
  }

  private static String page(Browser browser, String path) throws Exception {
    return browser.get("/console/secure/" + path).body();
  }

  @Test
  void namesAreShownAsTheyAreNotAsMarkup() throws Exception {
    Browser browser = admin();
    String id = directory(browser, "People <b>");
    String page = page(browser, "directory/view.action?ID=" + id);
    assertTrue(page.contains("People &lt;b&gt;"), page);
    assertFalse(page.contains("People <b>"), page);
  }

  @Test
  void usersAndGroupsAreMadeChangedAndShown() throws Exception {
    Browser browser = admin();
    String id = directory(browser, "Poetry");
    String[] ada = {"directoryID", id, "name", "ada"};
    submit(
        browser,
        "user/create.action",
        "directoryID", id, "name", "ada", "email", "ada@example.com");
    submit(browser, "group/create.action", "directoryID", id, "name", "poets");
    submit(browser, "user/addgroup.action", "directoryID", id, "name", "ada", "group", "poets");
    submit(browser, "user/update.action", "directoryID", id, "name", "ada", "active", "false");

    String user = page(browser, "user/view.action?directoryID=" + id + "&name=ada");
    assertTrue(user.contains("<dd>Inactive</dd>"), user);
    assertTrue(user.contains(">poets</a>"), user);
    String group = page(browser, "group/view.action?directoryID=" + id + "&name=poets");
    assertTrue(group.contains(">ada</a>"), group);
    String users = page(browser, "user/browse.action?directoryID=" + id);
    assertTrue(users.contains("ada@example.com"), users);
    assertTrue(page(browser, "auditlog.action").contains("USER ada"));

    submit(browser, "user/removegroup.action", "directoryID", id, "name", "ada", "group", "poets");
    submit(browser, "user/delete.action", ada);
    submit(browser, "group/delete.action", "directoryID", id, "name", "poets");
    HttpResponse<String> gone =
        browser.get("/console/secure/user/view.action?directoryID=" + id + "&name=ada");
    assertEquals(404, gone.statusCode());
  }

  @Test
  void whatCrowdRefusesIsSaidOnThePage() throws Exception {
    Browser browser = admin();
    String id = directory(browser, "Refusals");
    String[] poets = {"directoryID", id, "name", "poets"};
    submit(browser, "group/create.action", poets);
    HttpResponse<String> again = browser.submit("/console/secure/group/create.action", poets);
    assertEquals(400, again.statusCode());
    assertTrue(again.body().contains("The group was not created"), again.body());
  }

  @Test
  void aDeletedDirectoryIsGone() throws Exception {
    Browser browser = admin();
    String id = directory(browser, "Short-lived");
    submit(browser, "directory/delete.action", "ID", id);
    assertEquals(
        404, browser.get("/console/secure/directory/view.action?ID=" + id).statusCode());
  }

  @Test
  void aDirectoryIsMappedToAnApplicationAndUnmapped() throws Exception {
    Browser browser = admin();
    String directory = directory(browser, "Mapped");
    String application =
        page(browser, "application/browse.action")
            .replaceFirst("(?s).*application/view.action\\?ID=(\\d+).*", "$1");
    String[] both = {"ID", application, "directoryID", directory};
    String link = "directory/view.action?ID=" + directory + "\"";
    submit(browser, "application/map.action", both);
    assertTrue(page(browser, "application/view.action?ID=" + application).contains(link));
    submit(browser, "application/unmap.action", both);
    assertFalse(page(browser, "application/view.action?ID=" + application).contains(link));
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
