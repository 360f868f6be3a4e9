package org.scimforcrowd.devhost.running;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scimforcrowd.devhost.StandIn;

/** The services of SAL that have to do with requests, as a plugin calls them. */
class SalTest {
  private static final String PAGE = "/plugins/servlet/sample?sal=";

  @TempDir Path folder;

  private StandIn started(String... options) throws Exception {
    StandIn standIn = Running.start(folder.resolve("home"), options);
    standIn.plugins().install(Running.sample(folder, "1.0.0"));
    return standIn;
  }

  @Test
  void usersAreThoseOfTheSession() throws Exception {
    try (StandIn standIn = started()) {
      Browser admin = Browser.loggedIn(standIn.url(), "admin", "admin");
      Browser user = Browser.loggedIn(standIn.url(), "user", "user");
      assertEquals("admin", admin.get(PAGE + "user-of-thread").body());
      assertEquals("admin", admin.get(PAGE + "user-of-request").body());
      assertEquals("admin", admin.get(PAGE + "key-of-request").body());
      assertEquals("true", admin.get(PAGE + "is-admin").body());
      assertEquals("false", user.get(PAGE + "is-admin").body());
      assertEquals("", new Browser(standIn.url()).get(PAGE + "user-of-thread").body());
      assertEquals(
          standIn.url()
              + "/console/login.action?os_destination=%2Fplugins%2Fservlet%2Fsample%3Fa%3Db",
          user.get(PAGE + "login").body());
    }
  }

  @Test
  void theXsrfTokenIsTheOneOfTheConsole() throws Exception {
    try (StandIn standIn = started()) {
      Browser admin = Browser.loggedIn(standIn.url(), "admin", "admin");
      String token = admin.token();
      assertEquals(token, admin.get(PAGE + "token").body());
      assertEquals("false", admin.get(PAGE + "form&atl_token=wrong").body());
      assertEquals("true", admin.get(PAGE + "form&atl_token=" + token).body());
      assertEquals("false", admin.get(PAGE + "request").body());
      assertEquals("true", admin.get(PAGE + "request&atl_token=" + token).body());
    }
  }

  @Test
  void webSudoAsksForThePasswordOnceMore() throws Exception {
    try (StandIn standIn = started("--websudo")) {
      Browser admin = Browser.loggedIn(standIn.url(), "admin", "admin");
      assertEquals("false", admin.get(PAGE + "websudo").body());
      assertEquals("WebSudoSessionException", admin.get(PAGE + "websudo-will").body());
      assertEquals(
          "/crowd/console/secure/websudo.action?os_destination=%2Fplugins%2Fservlet%2Fsample%3Fsal"
              + "%3Dwebsudo-enforce",
          pathOf(Browser.location(admin.get(PAGE + "websudo-enforce"))));

      assertEquals(401, confirm(admin, "wrong").statusCode());
      assertEquals("false", admin.get(PAGE + "websudo").body());
      assertEquals("/crowd/plugins/servlet/sample?sal=x", Browser.location(confirm(admin, "admin")));
      assertEquals("true", admin.get(PAGE + "websudo").body());
    }
  }

  @Test
  void withoutTheSwitchWebSudoLetsEverythingPass() throws Exception {
    try (StandIn standIn = started()) {
      assertEquals("true", new Browser(standIn.url()).get(PAGE + "websudo").body());
    }
  }

  private static HttpResponse<String> confirm(Browser browser, String password) throws Exception {
    return browser.submit(
        "/console/secure/websudo.action",
        "password", password,
        "os_destination", "/plugins/servlet/sample?sal=x");
  }

  /** One of the two servlet APIs sends whole addresses. */
  private static String pathOf(String location) {
    return location.replaceFirst("^http://[^/]+", "");
  }
}
