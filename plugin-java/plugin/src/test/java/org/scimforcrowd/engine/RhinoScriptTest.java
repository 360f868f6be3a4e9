package org.scimforcrowd.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RhinoScriptTest {
  private static final Duration WAIT = Duration.ofMinutes(1);
  private static final String MAP =
      """
      {"version":3,"sources":["webpack://app/./frontend/engine/src/a.ts"],
       "mappings":";AAEA;AACA"}
      """;

  private final List<String> calls = new ArrayList<>();

  private RhinoScript script(boolean compiled, String source) {
    return new RhinoScript(
        new RhinoScript.Options(
            "engine.js", source, () -> MAP, Duration.ofMillis(300), 2, WAIT, compiled),
        (port, method, arguments) -> {
          calls.add(port + "." + method + arguments);
          return "{\"value\":1}";
        });
  }

  private static String door(String body) {
    return "var E = { handle: function (x) {\n" + body + "\n} }";
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void givesTextInAndOutAndReachesTheHost(boolean compiled) {
    RhinoScript script =
        script(
            compiled,
            door("return x + hostCall('clock', 'now', '[' + x.length + ']') + typeof globalThis"));
    assertEquals("ab{\"value\":1}object", script.call("me", "E", "handle", "ab"));
    assertEquals(List.of("clock.now[2]"), calls);
  }

  @ParameterizedTest
  @CsvSource({
    "java",
    "Packages",
    "JavaImporter",
    "javax",
    "org",
    "getClass",
    "XML",
    "require",
    "load",
    "print"
  })
  void showsTheScriptNothingOfJava(String name) {
    assertEquals(
        "undefined", script(false, door("return typeof globalThis[x]")).call("me", "E", "handle", name));
  }

  @Test
  void givesTheScriptNoWayFromTextToItsJavaClass() {
    String body = "return typeof x.getClass + typeof hostCall.getClass + typeof hostCall.class";
    assertEquals("undefinedundefinedundefined", script(false, door(body)).call("me", "E", "handle", "a"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void stopsAScriptThatRunsAwayAndGoesOnAfterwards(boolean compiled) {
    RhinoScript script =
        script(
            compiled,
            door("try { while (x === 'loop') {} } catch (e) { return 'caught' } return x"));
    EngineStopped stop =
        assertThrows(EngineStopped.class, () -> script.call("me", "E", "handle", "loop"));
    assertEquals("the script ran longer than 300 ms", stop.getMessage());
    assertEquals("fine", script.call("me", "E", "handle", "fine"));
  }

  @Test
  void doesNotCountTheTimeOfTheHost() {
    RhinoScript script =
        new RhinoScript(
            new RhinoScript.Options(
                "engine.js",
                door(
                    "for (var i = 0; i < 4; i++) hostCall('a', 'b', '[]'); for (i = 0; i < 300000;"
                        + " i++); return x"),
                () -> MAP,
                Duration.ofMillis(2_000),
                1,
                WAIT,
                false),
            (port, method, arguments) -> {
              busyFor(Duration.ofMillis(600));
              return "{}";
            });
    assertEquals("ok", script.call("me", "E", "handle", "ok"));
  }

  private static void busyFor(Duration duration) {
    long end = System.nanoTime() + duration.toNanos();
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  @Test
  void namesThePlaceInTheSourcesWhenTheScriptFails() {
    EngineFault fault =
        assertThrows(
            EngineFault.class,
            () -> script(false, door("throw new Error('no ' + x)")).call("me", "E", "handle", "luck"));
    assertEquals("Error: no luck\nat frontend/engine/src/a.ts:3", fault.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return JSON.stringify(JSON.parse(new Array(200000).join('[')))",
        "function f(n) { return f(n + 1) + 1 } return '' + f(0)",
        "function f(n) { return [n].map(f)[0] } return '' + f(0)"
      })
  void survivesWhatGoesTooDeep(String body) {
    RhinoScript script =
        script(
            false,
            "var E = { handle: function (x) {" + body + "}, fine: function (x) { return x } }");
    assertThrows(EngineFault.class, () -> script.call("me", "E", "handle", ""));
    assertEquals("ok", script.call("me", "E", "fine", "ok"));
  }

  @Test
  void saysSoWhenTheBundleIsNotThere() {
    EngineFault fault =
        assertThrows(EngineFault.class, () -> script(false, "").call("me", "E", "handle", ""));
    assertEquals("the script defines no E.handle", fault.getMessage());
  }

  @Test
  void runsCallsAtOnceInScopesOfTheirOwn() throws Exception {
    RhinoScript script =
        script(
            false,
            "var n = 0; var E = { handle: function (x) { n = x; hostCall('a', 'b', '[]'); return n"
                + " } }");
    ExecutorService threads = Executors.newFixedThreadPool(4);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<String>> answers = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      String text = "call " + i;
      answers.add(
          threads.submit(
              () -> {
                start.await();
                return script.call("me", "E", "handle", text);
              }));
    }
    start.countDown();
    for (int i = 0; i < 100; i++) {
      assertEquals("call " + i, answers.get(i).get());
    }
    threads.shutdown();
  }

  @Test
  void endsARunningScriptWhenItIsClosed() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    RhinoScript script =
        new RhinoScript(
            new RhinoScript.Options(
                "engine.js",
                door("hostCall('a', 'b', '[]'); for (;;);"),
                () -> MAP,
                Duration.ofHours(1),
                1,
                WAIT,
                false),
            (port, method, arguments) -> {
              running.countDown();
              return "{}";
            });
    ExecutorService thread = Executors.newSingleThreadExecutor();
    Future<String> call = thread.submit(() -> script.call("me", "E", "handle", ""));
    running.await();
    script.close();
    Exception failure = assertThrows(Exception.class, call::get);
    assertTrue(failure.getMessage().endsWith("the app has been stopped"), failure.getMessage());
    assertThrows(EngineStopped.class, () -> script.call("me", "E", "handle", ""));
    thread.shutdown();
  }
}
