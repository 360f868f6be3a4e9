package org.scimforcrowd.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
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
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonElement name :
        JsonParser.parseString(script.call("EngineTests", "names")).getAsJsonArray()) {
      tests.add(
          DynamicTest.dynamicTest(
              name.getAsString(), () -> run(script, crowd, name.getAsString())));
    }
    return tests.stream();
  }

  private static void run(RhinoScript script, StandIn crowd, String name) {
    try {
      assertEquals("", script.place(script.call("EngineTests", "run", name)), name);
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
