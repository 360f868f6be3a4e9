package org.scimforcrowd.devhost.osgi;

import com.atlassian.annotations.security.UnrestrictedAccess;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The packages that the host offers to bundles: its API, logging and one of the two servlet APIs. */
final class HostPackages {
  private static final String LOGGING =
      "org.slf4j;version=1.7.36,org.apache.commons.logging;version=1.2";

  private HostPackages() {}

  /**
   * @param servletPackages the chosen servlet API, as an Export-Package header
   * @return an Export-Package header
   */
  static String header(String servletPackages) throws IOException {
    String api = packagesOfApi().stream().collect(Collectors.joining(","));
    return servletPackages + "," + LOGGING + "," + api;
  }

  /** Every package of the JAR (or class folder) that holds the signatures of Crowd and its platform. */
  private static Set<String> packagesOfApi() throws IOException {
    Path api = apiLocation();
    Set<String> packages = new TreeSet<>();
    if (Files.isRegularFile(api)) {
      JarEntries.each(api, (name, content) -> addPackage(packages, name));
      return packages;
    }
    try (Stream<Path> files = Files.walk(api)) {
      files.forEach(file -> addPackage(packages, slashed(api.relativize(file))));
    }
    return packages;
  }

  private static Path apiLocation() throws IOException {
    try {
      return Path.of(
          UnrestrictedAccess.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException("cannot find the JAR of Crowd's signatures", e);
    }
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }

  private static void addPackage(Set<String> packages, String entry) {
    int slash = entry.lastIndexOf('/');
    if (slash > 0 && entry.endsWith(".class") && !entry.startsWith("META-INF/")) {
      packages.add(entry.substring(0, slash).replace('/', '.'));
    }
  }
}
