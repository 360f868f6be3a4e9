package org.scimforcrowd.devhost.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scimforcrowd.devhost.StandIn;
import org.scimforcrowd.devhost.StartRefusedException;
import org.scimforcrowd.devhost.osgi.PluginState;
import org.scimforcrowd.devhost.osgi.Plugins;
import sample.SampleCore;

class LifecycleTest {
  private static final String PAGE = "/plugins/servlet/sample";
  private static final int TIMES = Boolean.getBoolean("long") ? 50 : 10;

  @TempDir Path folder;

  @Test
  void disableTakesServletsAndThreadsAwayAndEnableBringsThemBack() throws Exception {
    try (StandIn standIn = Running.start(folder.resolve("home"))) {
      Browser browser = new Browser(standIn.url());
      Plugins plugins = standIn.plugins();
      plugins.install(Running.sample(folder, "1.0.0"));
      for (int i = 0; i < TIMES; i++) {
        assertEquals(200, browser.get(PAGE).statusCode());
        assertEquals(1, Running.threads(SampleCore.THREAD_NAME));
        plugins.disable(SampleJar.KEY);
        assertEquals(404, browser.get(PAGE).statusCode());
        assertEquals(0, Running.threads(SampleCore.THREAD_NAME));
        plugins.enable(SampleJar.KEY);
      }
    }
    assertEquals(0, Running.threads(SampleCore.THREAD_NAME));
  }

  @Test
  void upgradeInPlaceTenTimesLeavesNothingOfTheOldVersion() throws Exception {
    try (StandIn standIn = Running.start(folder.resolve("home"))) {
      Browser browser = new Browser(standIn.url());
      Plugins plugins = standIn.plugins();
      plugins.install(Running.sample(folder, "1.0.0"));
      for (int i = 1; i <= TIMES; i++) {
        assertEquals(200, browser.get(PAGE).statusCode());
        WeakReference<ClassLoader> old = Running.loader(plugins, SampleJar.KEY);
        plugins.install(Running.sample(folder, "1.0." + i));
        assertTrue(browser.get(PAGE).body().contains(" 1.0." + i + " "));
        assertEquals(1, Running.threads(SampleCore.THREAD_NAME));
        assertTrue(Running.isCollected(old), "the class loader before 1.0." + i + " is held");
      }
      WeakReference<ClassLoader> last = Running.loader(plugins, SampleJar.KEY);
      plugins.uninstall(SampleJar.KEY);
      assertEquals(404, browser.get(PAGE).statusCode());
      assertEquals(0, Running.threads(SampleCore.THREAD_NAME));
      assertTrue(Running.isCollected(last), "the last class loader is held");
    }
  }

  @Test
  void aPluginThatForgetsItsThreadIsCaught() throws Exception {
    try (StandIn standIn = Running.start(folder.resolve("home"))) {
      Plugins plugins = standIn.plugins();
      SampleJar leaking = Running.sample().spring(x -> x.replace("destroy-method=\"stop\"", ""));
      plugins.install(leaking.write(folder.resolve("leak.jar")));
      WeakReference<ClassLoader> loader = Running.loader(plugins, SampleJar.KEY);
      plugins.uninstall(SampleJar.KEY);
      assertEquals(1, Running.threads(SampleCore.THREAD_NAME));
      assertFalse(Running.isCollected(loader));
      endForgottenThreads();
    }
  }

  private static void endForgottenThreads() throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals(SampleCore.THREAD_NAME)) {
        thread.interrupt();
        thread.join();
      }
    }
  }

  @Test
  void installedPluginsAndTheirStateAreThereAfterARestart() throws Exception {
    Path home = folder.resolve("home");
    Files.createDirectories(home.resolve("shared/plugins"));
    Running.sample()
        .header("Atlassian-Plugin-Key", "dropped")
        .header("Bundle-SymbolicName", "dropped")
        .descriptor(x -> x.replace("\"" + SampleJar.KEY + "\"", "\"dropped\""))
        .write(home.resolve("shared/plugins/dropped.jar"));
    try (StandIn standIn = Running.start(home)) {
      standIn.plugins().install(Running.sample(folder, "1.0.0"));
      standIn.plugins().disable(SampleJar.KEY);
    }
    try (StandIn standIn = Running.start(home)) {
      assertEquals(
          "[dropped 1.0.0 ENABLED, " + SampleJar.KEY + " 1.0.0 DISABLED]", states(standIn));
      assertEquals(
          PluginState.ENABLED, standIn.plugins().enable(SampleJar.KEY).state());
    }
  }

  @Test
  void aFreshStartForgetsWhatAnEarlierOneLeftAndNothingElse() throws Exception {
    Path home = folder.resolve("home");
    try (StandIn standIn = Running.start(home)) {
      standIn.plugins().install(Running.sample(folder, "1.0.0"));
    }
    Files.writeString(home.resolve("letter.txt"), "dear");
    try (StandIn standIn = Running.start(home, "--fresh")) {
      assertEquals("[]", states(standIn));
    }
    assertEquals("dear", Files.readString(home.resolve("letter.txt")));
  }

  @Test
  void aHomeThatIsInUseIsLeftAlone() throws Exception {
    Path home = folder.resolve("home");
    try (StandIn standIn = Running.start(home)) {
      standIn.plugins().install(Running.sample(folder, "1.0.0"));
      StartRefusedException refusal =
          assertThrows(StartRefusedException.class, () -> Running.start(home, "--fresh"));
      assertEquals(
          "Another stand-in runs in "
              + home
              + ": stop it, or choose another folder with --home",
          refusal.getMessage());
      assertEquals(200, new Browser(standIn.url()).get(PAGE).statusCode());
    }
    try (StandIn standIn = Running.start(home)) {
      assertEquals("[" + SampleJar.KEY + " 1.0.0 ENABLED]", states(standIn));
    }
  }

  private static String states(StandIn standIn) {
    return standIn.plugins().all().stream()
        .map(plugin -> plugin.key() + " " + plugin.version() + " " + plugin.state())
        .toList()
        .toString();
  }
}
