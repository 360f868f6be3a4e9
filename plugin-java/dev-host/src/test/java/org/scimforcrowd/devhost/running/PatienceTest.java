package org.scimforcrowd.devhost.running;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scimforcrowd.devhost.StandIn;
import org.scimforcrowd.devhost.osgi.PluginState;
import org.scimforcrowd.devhost.osgi.PluginView;

/** A plugin whose start takes longer than the framework waits. */
class PatienceTest {
  private static final String WAIT = "atlassian.plugins.enable.wait";

  @TempDir Path folder;

  @BeforeEach
  void waitOneSecond() {
    System.setProperty(WAIT, "1");
  }

  @AfterEach
  void waitAsUsual() {
    System.clearProperty(WAIT);
  }

  @Test
  void isDisabled() throws Exception {
    SampleJar late = Running.sample().spring(x -> x.replace("\"start\"", "\"startLate\""));
    try (StandIn standIn = Running.start(folder.resolve("home"))) {
      PluginView plugin = standIn.plugins().install(late.write(folder.resolve("late.jar")));
      assertEquals(PluginState.DISABLED, plugin.state());
      assertEquals(
          "Unable to start the plugin container for plugin: no answer within 1 seconds",
          plugin.problem());
    }
  }
}
