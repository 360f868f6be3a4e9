package org.scimforcrowd.devhost.running;

import java.io.File;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.scimforcrowd.devhost.Home;
import org.scimforcrowd.devhost.Options;
import org.scimforcrowd.devhost.StandIn;
import org.scimforcrowd.devhost.osgi.Plugins;

/** What the tests with a running stand-in share. */
final class Running {
  static final String SERVLET_API = System.getProperty("devhost.servlet-api", "jakarta");

  /** Of the build. */
  static final String VERSION = System.getProperty("devhost.version");

  private static final Path PREPARED =
      Path.of("target", "prepared-" + SERVLET_API + "-" + ProcessHandle.current().pid());

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(Running::forgetPrepared));
  }

  private Running() {}

  /** A stand-in of the flavour under test on a free port. */
  static StandIn start(Path home, String... more) throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of("--port", "0", "--home", home.toString(), "--servlet-api", SERVLET_API));
    arguments.addAll(List.of(more));
    bringBundles(PREPARED, home);
    StandIn standIn = StandIn.start(Options.read(arguments.toArray(String[]::new)));
    bringBundles(home, PREPARED);
    return standIn;
  }

  /** Copies the framework's bundles from one home to another that has none: to prepare them takes seconds. */
  private static void bringBundles(Path from, Path to) throws IOException {
    Path bundles = Path.of("caches", "framework-bundles");
    if (!Files.exists(from.resolve(bundles)) || Files.exists(to)) {
      return;
    }
    Files.createDirectories(to);
    Files.createFile(to.resolve(Home.MARKER));
    try (Stream<Path> files = Files.walk(from.resolve(bundles))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  private static void forgetPrepared() {
    try (Stream<Path> files = Files.walk(PREPARED)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      // nothing was prepared
    }
  }

  static SampleJar sample() {
    return SampleJar.in(SERVLET_API);
  }

  static Path sample(Path folder, String version) throws IOException {
    return sample().header("Bundle-Version", version).write(folder.resolve(version + ".jar"));
  }

  static long threads(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith(name))
        .count();
  }

  /** Names of the threads that look for classes in the loader, or are of a class from it. */
  static List<String> threadsOf(WeakReference<ClassLoader> loader) {
    ClassLoader wanted = loader.get();
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> wanted != null)
        .filter(
            thread ->
                thread.getContextClassLoader() == wanted
                    || thread.getClass().getClassLoader() == wanted)
        .map(Thread::getName)
        .toList();
  }

  static WeakReference<ClassLoader> loader(Plugins plugins, String key) {
    return new WeakReference<>(plugins.classLoader(key).orElseThrow());
  }

  /** Whether nothing holds the object any more. Collecting may need several rounds. */
  static boolean isCollected(WeakReference<?> reference) {
    for (int round = 0; round < 40 && reference.get() != null; round++) {
      System.gc();
      Thread.yield();
    }
    return reference.get() == null;
  }
}
