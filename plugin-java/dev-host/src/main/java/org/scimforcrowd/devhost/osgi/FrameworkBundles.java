package org.scimforcrowd.devhost.osgi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Prepares the bundles that the framework itself brings (Spring merged, Gemini patched where Spring 6 asks
 * for it, the extender fragment) and keeps them in a cache folder, by version, for the next start.
 */
final class FrameworkBundles {
  /** Counts up when other bundles are made from the same jars, so that no older ones are taken. */
  private static final String EDITION = "edition-2";

  /** What makes one file. */
  private interface Maker {
    void write(Path target) throws IOException;
  }

  private final Path jars;
  private final Path cache;

  /**
   * @param jars folder with spring-*.jar and gemini-*.jar
   * @param cache folder for what is made of them
   */
  FrameworkBundles(Path jars, Path cache) {
    this.jars = jars;
    this.cache = cache.resolve(EDITION);
  }

  /** The bundles in the order in which they are installed. */
  List<Path> prepare() throws IOException {
    Files.createDirectories(cache);
    List<Path> spring = jarsNamed("spring-");
    if (spring.isEmpty()) {
      throw new IOException("no Spring jars in " + jars + ": build the stand-in first");
    }
    String version = versionOf(spring.get(0));
    List<Path> bundles = new ArrayList<>();
    bundles.add(
        cached("spring-bundle-" + version + ".jar", t -> SpringBundle.build(spring, version, t)));
    for (Path gemini : jarsNamed("gemini-")) {
      bundles.add(GeminiOnSpring6.isNeeded(version) ? patched(gemini, version) : gemini);
    }
    Path fragment = cache.resolve("extender-fragment.jar");
    ExtenderFragment.write(fragment);
    bundles.add(fragment);
    return bundles;
  }

  private Path patched(Path gemini, String version) throws IOException {
    String name = "spring-" + version + "-" + gemini.getFileName();
    return cached(name, target -> GeminiOnSpring6.patch(gemini, target));
  }

  private Path cached(String name, Maker maker) throws IOException {
    Path target = cache.resolve(name);
    if (!Files.exists(target)) {
      Path unfinished = cache.resolve(name + ".part");
      maker.write(unfinished);
      Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
    }
    return target;
  }

  private List<Path> jarsNamed(String prefix) throws IOException {
    try (Stream<Path> files = Files.list(jars)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .filter(file -> file.toString().endsWith(".jar"))
          .sorted()
          .toList();
    }
  }

  private static String versionOf(Path jar) {
    String name = jar.getFileName().toString();
    return name.substring(name.lastIndexOf('-') + 1, name.length() - ".jar".length());
  }
}
