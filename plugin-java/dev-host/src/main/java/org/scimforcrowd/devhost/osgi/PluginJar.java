package org.scimforcrowd.devhost.osgi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.osgi.framework.Version;

/**
 * A JAR that can be installed, and what the plugin framework decides from its manifest and its entries.
 *
 * @param version the Bundle-Version
 * @param hasSpring whether a Spring context belongs to it, which servlet modules need
 */
record PluginJar(
    Path file, String key, String version, boolean hasSpring, PluginDescriptor descriptor) {
  private static final String DESCRIPTOR = "atlassian-plugin.xml";

  /** Reads and judges a file. */
  static PluginJar read(Path file) throws PluginRefusedException {
    try (JarFile jar = new JarFile(file.toFile())) {
      Manifest manifest = jar.getManifest();
      Attributes headers = manifest == null ? new Attributes() : manifest.getMainAttributes();
      return jar.getEntry(DESCRIPTOR) == null
          ? withoutDescriptor(file, jar, headers)
          : withDescriptor(file, jar, headers);
    } catch (IOException e) {
      throw new PluginRefusedException("The file cannot be read as a JAR: " + e.getMessage(), e);
    }
  }

  /** The same plugin, its JAR in another place. */
  PluginJar at(Path otherFile) {
    return new PluginJar(otherFile, key, version, hasSpring, descriptor);
  }

  Version osgiVersion() {
    try {
      return Version.parseVersion(version);
    } catch (IllegalArgumentException e) {
      return Version.emptyVersion;
    }
  }

  private static PluginJar withoutDescriptor(Path file, JarFile jar, Attributes headers)
      throws PluginRefusedException {
    String symbolicName = headers.getValue("Bundle-SymbolicName");
    if (symbolicName == null) {
      throw new PluginRefusedException(
          "The JAR has neither atlassian-plugin.xml nor a Bundle-SymbolicName");
    }
    String version = valueOr(headers, "Bundle-Version", "0.0.0");
    String pluginKey = headers.getValue("Atlassian-Plugin-Key");
    String key = pluginKey == null ? symbolicName.split(";")[0] + "-" + version : pluginKey;
    boolean spring = pluginKey != null && hasSpring(jar, headers);
    return new PluginJar(file, key, version, spring, PluginDescriptor.none(key));
  }

  private static PluginJar withDescriptor(Path file, JarFile jar, Attributes headers)
      throws IOException, PluginRefusedException {
    PluginDescriptor descriptor = descriptor(jar);
    String key = headers.getValue("Atlassian-Plugin-Key");
    String version = headers.getValue("Bundle-Version");
    if (!descriptor.pluginsVersion().equals("2")) {
      throw new PluginRefusedException(
          "plugins-version must be 2 and is '" + descriptor.pluginsVersion() + "'");
    }
    if (key == null || version == null) {
      throw new PluginRefusedException(
          "The manifest needs both Atlassian-Plugin-Key and Bundle-Version. Without them Crowd"
              + " transforms the JAR, and the stand-in runs transformerless plugins only");
    }
    if (!key.equals(descriptor.key())) {
      throw new PluginRefusedException(
          "Atlassian-Plugin-Key " + key + " differs from the descriptor's key " + descriptor.key());
    }
    return new PluginJar(file, key, version, hasSpring(jar, headers), descriptor);
  }

  private static PluginDescriptor descriptor(JarFile jar)
      throws IOException, PluginRefusedException {
    try (InputStream xml = jar.getInputStream(jar.getEntry(DESCRIPTOR))) {
      return DescriptorReader.read(xml);
    }
  }

  private static boolean hasSpring(JarFile jar, Attributes headers) {
    return headers.getValue("Spring-Context") != null
        || jar.stream().anyMatch(e -> e.getName().matches("META-INF/spring/[^/]+\\.xml"));
  }

  private static String valueOr(Attributes headers, String name, String otherwise) {
    String value = headers.getValue(name);
    return value == null ? otherwise : value;
  }
}
