package org.scimforcrowd.devhost.osgi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/**
 * Merges the plain Spring jars into one OSGi bundle that exports every package at Spring's version. Spring
 * must be a bundle: Gemini looks for Spring's schemas in bundles only.
 */
final class SpringBundle {
  /** Registers that every Spring jar has its own copy of; the bundle needs all lines of all of them. */
  private static final Set<String> CONCATENATED =
      Set.of(
          "META-INF/spring.handlers",
          "META-INF/spring.schemas",
          "META-INF/spring.tooling",
          "META-INF/spring.factories",
          "META-INF/spring/aot.factories");

  private static final List<String> IMPORTS =
      List.of(
          "javax.lang.model",
          "javax.management",
          "javax.management.modelmbean",
          "javax.management.openmbean",
          "javax.management.remote",
          "javax.management.timer",
          "javax.naming",
          "javax.naming.event",
          "javax.naming.spi",
          "javax.net",
          "javax.net.ssl",
          "javax.script",
          "javax.tools",
          "javax.xml",
          "javax.xml.namespace",
          "javax.xml.parsers",
          "javax.xml.stream",
          "javax.xml.stream.events",
          "javax.xml.stream.util",
          "javax.xml.transform",
          "javax.xml.transform.dom",
          "javax.xml.transform.sax",
          "javax.xml.transform.stax",
          "javax.xml.transform.stream",
          "org.apache.commons.logging",
          "org.w3c.dom",
          "org.xml.sax",
          "org.xml.sax.ext",
          "org.xml.sax.helpers");

  private static final List<String> OPTIONAL_IMPORTS =
      List.of(
          "jakarta.annotation",
          "jakarta.inject",
          "javax.annotation",
          "javax.inject",
          "org.slf4j",
          "org.slf4j.spi",
          "sun.misc",
          "sun.reflect");

  private SpringBundle() {}

  /** Writes the bundle to {@code target}. */
  static void build(List<Path> jars, String version, Path target) throws IOException {
    Map<String, String> registers = new TreeMap<>();
    Set<String> written = new HashSet<>();
    Manifest manifest = manifest(version, packagesOf(jars));
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(target), manifest)) {
      out.setLevel(1);
      for (Path jar : jars) {
        JarEntries.each(
            jar,
            (name, content) -> {
              if (CONCATENATED.contains(name)) {
                String text = new String(content.readAllBytes(), StandardCharsets.UTF_8) + "\n";
                registers.merge(name, text, String::concat);
              } else if (written.add(name)) {
                JarEntries.put(out, name, content.readAllBytes());
              }
            });
      }
      if (GeminiOnSpring6.isNeeded(version)) {
        JarEntries.put(out, GeminiOnSpring6.DROPPED_TYPE, GeminiOnSpring6.droppedType());
      }
      for (Map.Entry<String, String> register : registers.entrySet()) {
        JarEntries.put(out, register.getKey(), register.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static Set<String> packagesOf(List<Path> jars) throws IOException {
    Set<String> packages = new TreeSet<>();
    for (Path jar : jars) {
      JarEntries.each(
          jar,
          (name, content) -> {
            int slash = name.lastIndexOf('/');
            if (name.endsWith(".class") && slash > 0 && !name.startsWith("META-INF/")) {
              packages.add(name.substring(0, slash).replace('/', '.'));
            }
          });
    }
    return packages;
  }

  private static Manifest manifest(String version, Set<String> packages) {
    Manifest manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.putValue("Bundle-ManifestVersion", "2");
    headers.putValue("Bundle-SymbolicName", "org.scimforcrowd.devhost.spring");
    headers.putValue("Bundle-Version", version);
    headers.putValue("Multi-Release", "true");
    headers.putValue(
        "Export-Package",
        packages.stream().map(name -> export(name, version)).collect(Collectors.joining(",")));
    headers.putValue("Import-Package", imports());
    return manifest;
  }

  private static String export(String packageName, String version) {
    return packageName + ";version=" + (packageName.startsWith("org.aopalliance") ? "1.0" : version);
  }

  private static String imports() {
    return String.join(",", IMPORTS)
        + OPTIONAL_IMPORTS.stream()
            .map(name -> "," + name + ";resolution:=optional")
            .collect(Collectors.joining());
  }
}
