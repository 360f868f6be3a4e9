package org.scimforcrowd.devhost.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scimforcrowd.devhost.StandIn;

/** How a plugin's servlet is called, what it sees of the host, which of its files are served. */
class DispatchTest {
  private static final String API = Running.SERVLET_API;

  @TempDir static Path folder;
  private static StandIn standIn;
  private static Browser anonymous;

  @BeforeAll
  static void start() throws Exception {
    standIn = Running.start(folder.resolve("home"));
    standIn.plugins().install(Running.sample(folder, "1.0.0"));
    anonymous = new Browser(standIn.url());
  }

  @AfterAll
  static void stop() throws Exception {
    standIn.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/sample,        /plugins/servlet/sample|null",
    "/sample/a/b,    /plugins/servlet/sample|/a/b",
    "//sample//a,    /plugins/servlet/sample|/a",
  })
  void pathsAreThoseOfTheFramework(String path, String seen) throws Exception {
    assertEquals(
        API + " 1.0.0 path=" + seen + " user=null ownLoader=true init=green",
        anonymous.get("/plugins/servlet" + path.trim()).body());
  }

  @Test
  void theRemoteUserIsTheOneOfTheSession() throws Exception {
    Browser admin = Browser.loggedIn(standIn.url(), "admin", "admin");
    String seen = admin.get("/plugins/servlet/sample").body();
    assertTrue(seen.contains(" user=admin "), seen);
  }

  @Test
  void anUnknownPathAndAServletThatCannotBeMadeAre404() throws Exception {
    for (String path : new String[] {"/nowhere", "/broken"}) {
      HttpResponse<String> answer = anonymous.get("/plugins/servlet" + path);
      assertEquals(404, answer.statusCode());
      assertTrue(
          answer.body().contains("Could not find servlet for: /crowd/plugins/servlet" + path),
          answer.body());
    }
  }

  @Test
  void aServletExceptionIs500WithItsMessage() throws Exception {
    HttpResponse<String> answer = anonymous.get("/plugins/servlet/sample?fail=yes");
    assertEquals(500, answer.statusCode());
    assertTrue(answer.body().contains("asked to fail"), answer.body());
    assertEquals(200, anonymous.get("/plugins/servlet/sample").statusCode());
  }

  @ParameterizedTest
  @CsvSource({
    "com.atlassian.sal.api.user.UserManager, true",
    "com.atlassian.sal.api.xsrf.XsrfTokenAccessor, true",
    "com.atlassian.crowd.manager.directory.DirectoryManager, true",
    "com.atlassian.crowd.manager.application.ApplicationManager, true",
    "com.atlassian.sal.api.pluginsettings.PluginSettingsFactory, true",
    "com.example.Unheard, false",
  })
  void servicesAreOffered(String name, boolean offered) throws Exception {
    assertEquals(
        String.valueOf(offered),
        anonymous.get("/plugins/servlet/sample?service=" + name).body());
  }

  @ParameterizedTest
  @CsvSource({
    "java.sql.Connection, true",
    "javax.sql.DataSource, false",
    "org.slf4j.Logger, false",
    "org.springframework.core.SpringVersion, false",
    "org.scimforcrowd.devhost.StandIn, false",
    "com.google.gson.Gson, false",
  })
  void onlyImportedPublicPackagesAreSeen(String name, boolean seen) throws Exception {
    assertEquals(
        String.valueOf(seen), anonymous.get("/plugins/servlet/sample?class=" + name).body());
  }

  @Test
  void onlyTheChosenServletApiIsSeen() throws Exception {
    String other = API.equals("javax") ? "jakarta" : "javax";
    assertEquals(
        "false",
        anonymous
            .get("/plugins/servlet/sample?class=" + other + ".servlet.http.HttpServlet")
            .body());
  }

  @ParameterizedTest
  @CsvSource({
    "/download/resources/org.scimforcrowd.sample:files/assets/app.js, 200, text/javascript",
    "/download/resources/org.scimforcrowd.sample:files/one.txt, 200, text/x-hello",
    "/download/resources/org.scimforcrowd.sample/logo.svg, 200, image/svg+xml",
    "/s/1a2b/_/download/resources/org.scimforcrowd.sample/logo.svg, 200, image/svg+xml",
    "/download/resources/org.scimforcrowd.sample:files/assets/none.js, 404, text/html",
    "/download/resources/org.scimforcrowd.sample:files/secret.txt, 404, text/html",
    "/download/resources/org.scimforcrowd.sample/secret.txt, 404, text/html",
    "/download/resources/unknown/logo.svg, 404, text/html",
    "/download/resources/, 404, text/html",
  })
  void declaredFilesAreServedToEverybody(String path, int status, String type) throws Exception {
    HttpResponse<String> answer = anonymous.get(path);
    assertEquals(status, answer.statusCode());
    String found = answer.headers().firstValue("Content-Type").orElse("");
    assertTrue(found.startsWith(type), found);
  }
}
