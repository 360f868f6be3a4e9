package org.scimforcrowd.devhost.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.scimforcrowd.devhost.StandIn;
import org.scimforcrowd.devhost.osgi.PluginRefusedException;
import org.scimforcrowd.devhost.osgi.PluginState;
import org.scimforcrowd.devhost.osgi.PluginView;
import org.scimforcrowd.devhost.osgi.Plugins;
import sample.SampleCore;

/** Defects of a plugin and the words with which the framework refuses it. */
class RefusalTest {
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

  private static SampleJar sample() {
    return Running.sample();
  }

  static Stream<Arguments> notInstalled() {
    return Stream.of(
        Arguments.of(
            sample().header("Bundle-Version", "1.0.0-SNAPSHOT"),
            "BundleException: Could not create bundle object.; caused by IllegalArgumentException:"
                + " invalid version \"1.0.0-SNAPSHOT\": non-numeric \"0-SNAPSHOT\""),
        Arguments.of(
            sample().header("Atlassian-Plugin-Key", "other"),
            "Atlassian-Plugin-Key other differs from the descriptor's key org.scimforcrowd.sample"),
        Arguments.of(
            sample().without("Atlassian-Plugin-Key"),
            "The manifest needs both Atlassian-Plugin-Key and Bundle-Version. Without them Crowd"
                + " transforms the JAR, and the stand-in runs transformerless plugins only"),
        Arguments.of(
            sample().without("Bundle-Version"),
            "The manifest needs both Atlassian-Plugin-Key and Bundle-Version. Without them Crowd"
                + " transforms the JAR, and the stand-in runs transformerless plugins only"),
        Arguments.of(
            sample().descriptor(x -> x.replace("plugins-version=\"2\"", "plugins-version=\"1\"")),
            "plugins-version must be 2 and is '1'"));
  }

  @ParameterizedTest
  @MethodSource("notInstalled")
  void isNotInstalled(SampleJar jar, String words) throws Exception {
    Path file = jar.write(folder.resolve("defect.jar"));
    Plugins plugins = standIn.plugins();
    Exception refusal =
        assertThrows(PluginRefusedException.class, () -> plugins.install(file));
    assertTrue(refusal.getMessage().startsWith(words), refusal.getMessage());
    assertEquals(0, plugins.all().size());
  }

  static Stream<Arguments> notEnabled() {
    return Stream.of(
        Arguments.of(
            sample().spring(x -> x.replace("</beans>", "")),
            PluginState.DISABLED,
            "XmlBeanDefinitionStoreException: Line "),
        Arguments.of(
            sample().spring(x -> x.replace("sample.SampleCore", "sample.Nope")),
            PluginState.DISABLED,
            "CannotLoadBeanClassException: Cannot find class [sample.Nope] for bean with name"
                + " 'core'"),
        Arguments.of(
            sample().spring(x -> x.replace("ref=\"bundleContext\"", "ref=\"nope\"")),
            PluginState.DISABLED,
            "NoSuchBeanDefinitionException: No bean named 'nope' available"),
        Arguments.of(
            sample().header("Import-Package", "org.osgi.framework,no.such.pkg"),
            PluginState.DISABLED,
            "BundleException: Unable to resolve org.scimforcrowd.sample"),
        Arguments.of(
            sample().header("Import-Package", "org.osgi.framework,org.springframework.core"),
            PluginState.DISABLED,
            "osgi.wiring.package=org.springframework.core"),
        Arguments.of(
            sample().descriptor(x -> x.replace("\"class:sample.", "\"class:nope.")),
            PluginState.UNLOADABLE,
            "A module could not be enabled: ClassNotFoundException: nope."),
        Arguments.of(
            sample()
                .descriptor(x -> x.replace("<url-pattern>/broken</url-pattern>", "")),
            PluginState.UNLOADABLE,
            "servlet 'broken' needs a class and at least one url-pattern"));
  }

  @ParameterizedTest
  @MethodSource("notEnabled")
  void isInstalledButNotEnabled(SampleJar jar, PluginState state, String words)
      throws Exception {
    Plugins plugins = standIn.plugins();
    PluginView plugin = plugins.install(jar.write(folder.resolve("defect.jar")));
    try {
      assertEquals(state, plugin.state());
      assertTrue(plugin.problem().contains(words), plugin.problem());
      assertEquals(0, Running.threads(SampleCore.THREAD_NAME));
      assertEquals(404, new Browser(standIn.url()).get("/plugins/servlet/sample").statusCode());
    } finally {
      plugins.uninstall(SampleJar.KEY);
    }
  }

  @Test
  void anUnloadablePluginCanOnlyBeReplaced() throws Exception {
    Plugins plugins = standIn.plugins();
    SampleJar bad = sample().descriptor(x -> x.replace("\"class:sample.", "\"class:nope."));
    plugins.install(bad.write(folder.resolve("unloadable.jar")));
    try {
      assertThrows(PluginRefusedException.class, () -> plugins.enable(SampleJar.KEY));
      PluginView replaced = plugins.install(sample().write(folder.resolve("whole.jar")));
      assertEquals(PluginState.ENABLED, replaced.state());
    } finally {
      plugins.uninstall(SampleJar.KEY);
    }
  }

  @Test
  void withoutSpringItsServletsAnswer404() throws Exception {
    SampleJar jar = sample().without("Spring-Context").spring(x -> "");
    Plugins plugins = standIn.plugins();
    PluginView plugin = plugins.install(jar.write(folder.resolve("no-spring.jar")));
    try {
      assertEquals(PluginState.ENABLED, plugin.state());
      assertEquals(404, new Browser(standIn.url()).get("/plugins/servlet/sample").statusCode());
    } finally {
      plugins.uninstall(SampleJar.KEY);
    }
  }

  @Test
  void aRefusedUpgradeLeavesTheOldVersionRunning() throws Exception {
    Plugins plugins = standIn.plugins();
    plugins.install(sample().write(folder.resolve("good.jar")));
    Path bad =
        sample().header("Bundle-Version", "2.0-x.y").write(folder.resolve("bad-version.jar"));
    try {
      assertThrows(PluginRefusedException.class, () -> plugins.install(bad));
      assertEquals(200, new Browser(standIn.url()).get("/plugins/servlet/sample").statusCode());
    } finally {
      plugins.uninstall(SampleJar.KEY);
    }
  }
}
