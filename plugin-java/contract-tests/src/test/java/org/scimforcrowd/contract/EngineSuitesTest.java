package org.scimforcrowd.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.scimforcrowd.devhost.crowd.Uncertain;
import org.scimforcrowd.engine.RhinoScript;

/**
 * Runs the engine's contract suites and case tables inside the JVM's engine, on the Java ports and
 * a real database.
 */
class EngineSuitesTest {
  private static final Path BUNDLE = Path.of(System.getProperty("engine.tests"), "engine-tests.js");
  private static final List<AutoCloseable> OPENED = new ArrayList<>();

  @TempDir private static Path home;

  @TestFactory
  Stream<DynamicTest> onH2() {
    return tests(Databases.H2);
  }

  @TestFactory
  Stream<DynamicTest> onPostgreSql() {
    return tests(Databases.POSTGRESQL);
  }

  /**
   * What is not known of Crowd must not matter: every directory case holds with each fact turned
   * round.
   */
  @TestFactory
  Stream<DynamicTest> directoriesWithEachUncertainFactTurnedRound() {
    StandIn crowd = Databases.H2.open(home.resolve("uncertain"));
    RhinoScript script = new RhinoScript(options(), crowd.ports);
    OPENED.add(script);
    OPENED.add(crowd);
    List<String> cases = names(script).filter(name -> name.startsWith("directory: ")).toList();
    return Arrays.stream(Uncertain.values())
        .map(
            fact -> DynamicTest.dynamicTest(fact.name(), () -> turned(fact, script, crowd, cases)));
  }

  private static void turned(
      Uncertain fact, RhinoScript script, StandIn crowd, List<String> cases) {
    String told = System.getProperty(fact.property());
    System.setProperty(fact.property(), String.valueOf(!fact.holds()));
    try {
      cases.forEach(name -> run(script, crowd, name));
    } finally {
      if (told == null) {
        System.clearProperty(fact.property());
      } else {
        System.setProperty(fact.property(), told);
      }
    }
  }

  @AfterAll
  static void close() throws Exception {
    for (AutoCloseable opened : OPENED) {
      opened.close();
    }
  }

  private static Stream<DynamicTest> tests(Databases database) {
    StandIn crowd = database.open(home.resolve(database.name()));
    RhinoScript script = new RhinoScript(options(), crowd.ports);
    OPENED.add(script);
    OPENED.add(crowd);
    return names(script).map(name -> DynamicTest.dynamicTest(name, () -> run(script, crowd, name)));
  }

  private static Stream<String> names(RhinoScript script) {
    JsonArray names = JsonParser.parseString(script.call("tests", "EngineTests", "names")).getAsJsonArray();
    return names.asList().stream().map(JsonElement::getAsString);
  }

  private static void run(RhinoScript script, StandIn crowd, String name) {
    try {
      assertEquals("", script.place(script.call("tests", "EngineTests", "run", name)), name);
    } finally {
      crowd.locks.releaseAll();
    }
  }

  private static RhinoScript.Options options() {
    return new RhinoScript.Options(
        BUNDLE.getFileName().toString(),
        text(BUNDLE),
        () -> text(BUNDLE.resolveSibling(BUNDLE.getFileName() + ".map")),
        Duration.ofSeconds(60),
        1,
        Duration.ofSeconds(10),
        false);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException missing) {
      throw new UncheckedIOException(file + " is missing: npm run build makes it", missing);
    }
  }
}
