package org.scimforcrowd.devhost.osgi;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Where plugins are kept between starts: uploaded ones in plugins/installed-plugins, those that an
 * administrator copied there in shared/plugins; and which of them are disabled.
 */
final class PluginFolders {
  private final Path uploaded;
  private final Path dropped;
  private final Path states;

  PluginFolders(Path home) throws IOException {
    uploaded = Files.createDirectories(home.resolve("plugins/installed-plugins"));
    dropped = Files.createDirectories(home.resolve("shared/plugins"));
    states = home.resolve("plugins/enabled-states.properties");
  }

  List<Path> jars() throws IOException {
    List<Path> jars = new ArrayList<>();
    for (Path folder : List.of(uploaded, dropped)) {
      try (Stream<Path> files = Files.list(folder)) {
        files.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(jars::add);
      }
    }
    return jars;
  }

  /** Copies an uploaded JAR to its place. */
  Path keep(PluginJar jar) throws IOException {
    String name = (jar.key() + "-" + jar.version()).replaceAll("[^A-Za-z0-9._-]", "_") + ".jar";
    Path target = uploaded.resolve(name);
    if (!jar.file().equals(target)) {
      Files.copy(jar.file(), target, StandardCopyOption.REPLACE_EXISTING);
    }
    return target;
  }

  boolean isEnabled(String key) {
    return !"disabled".equals(readStates().getProperty(key));
  }

  void remember(String key, boolean enabled) throws IOException {
    Properties properties = readStates();
    properties.setProperty(key, enabled ? "enabled" : "disabled");
    writeStates(properties);
  }

  void forget(String key) throws IOException {
    Properties properties = readStates();
    properties.remove(key);
    writeStates(properties);
  }

  private Properties readStates() {
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(states)) {
      properties.load(in);
    } catch (IOException e) {
      return new Properties();
    }
    return properties;
  }

  private void writeStates(Properties properties) throws IOException {
    try (OutputStream out = Files.newOutputStream(states)) {
      properties.store(out, null);
    }
  }
}
