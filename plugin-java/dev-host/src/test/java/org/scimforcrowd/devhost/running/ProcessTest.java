package org.scimforcrowd.devhost.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stand-in as a process of its own, started as the command line does it. */
class ProcessTest {
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final int PATIENCE_SECONDS = 60;

  @TempDir Path folder;

  @Test
  void saysWhenItIsReadyAndStopsWithItsSignal() throws Exception {
    Process process = start("--port", "0", "--home", folder.resolve("home").toString());
    try (BufferedReader out = process.inputReader()) {
      String url = ready(out);
      Browser admin = Browser.loggedIn(url, "admin", "admin");
      assertEquals(200, admin.get("/console/home.action").statusCode());
      process.destroy();
      assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
    } finally {
      process.destroyForcibly();
    }
  }

  private static String ready(BufferedReader out) throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith("READY ")) {
        return line.substring("READY ".length());
      }
    }
    throw new AssertionError("the process ended before it was ready");
  }

  @Test
  void aUsedPortIsSaidInOneLine() throws Exception {
    try (ServerSocket used = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = String.valueOf(used.getLocalPort());
      assertFails(
          1,
          "Port " + port + " is in use: stop what uses it, or choose another one with --port",
          "--port",
          port,
          "--home",
          folder.resolve("home").toString());
    }
  }

  @Test
  void aDatabaseThatCannotBeUsedIsSaidInOneLine() throws Exception {
    assertFails(
        1,
        "The database jdbc:nothing:here cannot be used: No suitable driver",
        "--port",
        "0",
        "--home",
        folder.resolve("home").toString(),
        "--database",
        "jdbc:nothing:here;PASSWORD=secret");
  }

  @Test
  void aFolderThatIsNotOursIsNotEmptied() throws Exception {
    Path foreign = Files.createDirectories(folder.resolve("foreign"));
    Path letter = Files.writeString(foreign.resolve("letter"), "dear");
    Files.createDirectories(foreign.resolve("caches"));
    assertFails(
        1,
        foreign
            + " was not made by a stand-in: it is not emptied. Choose another folder with --home,"
            + " or empty it yourself",
        "--port",
        "0",
        "--fresh",
        "--home",
        foreign.toString());
    assertEquals("dear", Files.readString(letter));
  }

  @Test
  void anUnknownOptionIsNamed() throws Exception {
    assertFails(2, "Unknown option --prot", "--prot", "1");
  }

  private void assertFails(int code, String line, String... arguments) throws Exception {
    Process process = start(arguments);
    try (BufferedReader out = process.inputReader()) {
      assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
      assertEquals(code, process.exitValue());
      List<String> said = out.lines().toList();
      assertTrue(said.contains(line), said.toString());
      assertFalse(said.toString().contains("\tat "), said.toString());
    } finally {
      process.destroyForcibly();
    }
  }

  private static Process start(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                TARGET.resolve("dev-host-" + Running.VERSION + ".jar")
                    + System.getProperty("path.separator")
                    + TARGET.resolve("lib") + "/*",
                "org.scimforcrowd.devhost.Main",
                "--servlet-api",
                Running.SERVLET_API));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
