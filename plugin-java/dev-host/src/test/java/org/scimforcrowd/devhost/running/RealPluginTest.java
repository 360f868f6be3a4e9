package org.scimforcrowd.devhost.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.http.HttpResponse;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scimforcrowd.devhost.StandIn;
import org.scimforcrowd.devhost.osgi.PluginState;
import org.scimforcrowd.devhost.osgi.Plugins;

/** The app's own JAR, as the build made it. */
class RealPluginTest {
  private static final Path JAR = 
      Path.of("../plugin/target/scim-for-crowd-" + Running.VERSION + ".jar");
  private static final String KEY = "org.scimforcrowd.scim-for-crowd";
  private static final String SCIM = "/plugins/servlet/scim/none/v2/Users";
  private static final String PAGE = "/plugins/servlet/scim-for-crowd/";
  private static final int TIMES = Boolean.getBoolean("long") ? 50 : 10;

  @TempDir Path folder;

  @BeforeEach
  void isBuilt() {
    assertTrue(Files.exists(JAR), JAR + " is not built");
  }

  static void install(StandIn standIn) throws Exception {
    standIn.plugins().install(JAR);
  }

  @Test
  void isUpgradedInPlaceTenTimesAndLeavesNothingBehind() throws Exception {
    try (StandIn standIn = Running.start(folder.resolve("home"))) {
      Browser admin = Browser.loggedIn(standIn.url(), "admin", "admin");
      Plugins plugins = standIn.plugins();
      plugins.install(JAR);
      for (int i = 0; i < TIMES; i++) {
        assertEquals(200, admin.getAsMachine(PAGE + "api/system").statusCode());
        assertAnsweredByTheApp(new Browser(standIn.url()).getAsMachine(SCIM));
        WeakReference<ClassLoader> old = Running.loader(plugins, KEY);
        assertEquals(PluginState.ENABLED, plugins.install(JAR).state());
        assertTrue(Running.isCollected(old), "the class loader of the replaced app is held");
      }
      WeakReference<ClassLoader> last = Running.loader(plugins, KEY);
      assertNotEquals(null, last.get());
      plugins.uninstall(KEY);
      assertEquals(List.of(), Running.threadsOf(last));
      assertEquals(404, admin.get(PAGE).statusCode());
    }
  }

  /** Controls: what holds the app's own classes is caught, be it a reference or a thread. */
  @Test
  void aHeldObjectOrAThreadOfTheAppIsCaught() throws Exception {
    try (StandIn standIn = Running.start(folder.resolve("home"))) {
      Browser client = new Browser(standIn.url());
      Plugins plugins = standIn.plugins();
      plugins.install(JAR);
      assertAnsweredByTheApp(client.getAsMachine(SCIM));
      WeakReference<ClassLoader> loader = Running.loader(plugins, KEY);
      ThreadLocal<Object> held = new ThreadLocal<>();
      held.set(loader.get().loadClass("org.scimforcrowd.engine.ClockPort"));
      CountDownLatch end = new CountDownLatch(1);
      Thread forgotten = new Thread(() -> awaitQuietly(end), "forgotten");
      forgotten.setContextClassLoader(loader.get());
      forgotten.start();

      plugins.uninstall(KEY);
      assertEquals(List.of("forgotten"), Running.threadsOf(loader));
      assertFalse(Running.isCollected(loader), "nobody noticed the thread");
      end.countDown();
      forgotten.join();
      forgotten = null;
      assertEquals(List.of(), Running.threadsOf(loader));
      assertFalse(Running.isCollected(loader), "nobody noticed the held class");
      held.remove();
      assertTrue(Running.isCollected(loader), "the class loader is held by somebody else");
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void isLoadedFromSharedPluginsAtTheStart() throws Exception {
    Path dropped = folder.resolve("home/shared/plugins").resolve(JAR.getFileName());
    Files.createDirectories(dropped.getParent());
    Files.copy(JAR, dropped);
    try (StandIn standIn = Running.start(folder.resolve("home"))) {
      Browser admin = Browser.loggedIn(standIn.url(), "admin", "admin");
      assertEquals(200, admin.getAsMachine(PAGE + "api/system").statusCode());
      assertAnsweredByTheApp(new Browser(standIn.url()).getAsMachine(SCIM));
    }
  }

  @Test
  void isDisabledAndEnabledTenTimes() throws Exception {
    try (StandIn standIn = Running.start(folder.resolve("home"))) {
      Browser admin = Browser.loggedIn(standIn.url(), "admin", "admin");
      standIn.plugins().install(JAR);
      for (int i = 0; i < TIMES; i++) {
        assertEquals(200, admin.getAsMachine(PAGE + "api/system").statusCode());
        WeakReference<ClassLoader> enabled = Running.loader(standIn.plugins(), KEY);
        standIn.plugins().disable(KEY);
        assertEquals(404, admin.get(PAGE).statusCode());
        assertEquals(List.of(), Running.threadsOf(enabled));
        standIn.plugins().enable(KEY);
      }
    }
  }

  /** A Crowd that looks at declared classes refuses the universal JAR and takes the flavour's. */
  @Test
  void withClassModulesItIsOpenForClientsWhereverTheAnnotationIsLookedFor() throws Exception {
    Path home = folder.resolve("home");
    try (StandIn standIn = Running.start(home, "--access-annotation", "class")) {
      Browser client = new Browser(standIn.url());
      standIn.plugins().install(JAR);
      HttpResponse<String> refused = client.getAsMachine(SCIM);
      assertEquals(401, refused.statusCode());
      assertTrue(refused.body().contains("Login required"), refused.body());

      standIn.plugins().install(withClassModules());
      assertAnsweredByTheApp(client.getAsMachine(SCIM));
    }
  }

  private static void assertAnsweredByTheApp(HttpResponse<String> answer) {
    assertTrue(
        answer.body().contains("urn:ietf:params:scim:api:messages:2.0:Error"), answer.body());
  }

  /** As the build with a flavour writes the descriptor. */
  private Path withClassModules() throws IOException {
    String api = Running.SERVLET_API;
    String name = api.equals("javax") ? "Javax" : "Jakarta";
    String prefix = "class=\"org.scimforcrowd.http." + api + "." + name;
    Path jar = Files.copy(JAR, folder.resolve("class-modules.jar"));
    try (FileSystem entries = FileSystems.newFileSystem(jar)) {
      Path descriptor = entries.getPath("atlassian-plugin.xml");
      String text =
          Files.readString(descriptor)
              .replace("class=\"bean:scim", prefix + "Scim")
              .replace("class=\"bean:admin", prefix + "Admin");
      Files.writeString(descriptor, text);
    }
    return jar;
  }
}
