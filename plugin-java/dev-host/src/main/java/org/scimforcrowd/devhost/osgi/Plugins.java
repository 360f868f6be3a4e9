package org.scimforcrowd.devhost.osgi;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.BundleWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The installed plugins: installing, upgrading in place, enabling, disabling, uninstalling. */
public final class Plugins {
  private static final Logger LOG = LoggerFactory.getLogger(Plugins.class);
  private static final int UNINSTALL_ATTEMPTS = 3;
  private static final int UNINSTALL_PAUSE_MILLISECONDS = 500;

  private final OsgiFramework framework;
  private final PluginStarter starter;
  private final PluginFolders folders;
  private final Map<String, Plugin> installed = new TreeMap<>();

  Plugins(OsgiFramework framework, PluginStarter starter, PluginFolders folders) {
    this.framework = framework;
    this.starter = starter;
    this.folders = folders;
  }

  /** Installs what the plugin folders hold; of one key the highest version. */
  synchronized void load() throws IOException {
    Map<String, PluginJar> newest = new TreeMap<>();
    for (Path file : folders.jars()) {
      try {
        PluginJar jar = PluginJar.read(file);
        newest.merge(jar.key(), jar, Plugins::newer);
      } catch (PluginRefusedException e) {
        LOG.error("{} is not a plugin: {}", file, e.getMessage());
      }
    }
    for (PluginJar jar : newest.values()) {
      loadOne(jar);
    }
  }

  private static PluginJar newer(PluginJar one, PluginJar other) {
    return one.osgiVersion().compareTo(other.osgiVersion()) >= 0 ? one : other;
  }

  private void loadOne(PluginJar jar) {
    try {
      Plugin plugin = new Plugin(jar, framework.install(jar.file()));
      installed.put(jar.key(), plugin);
      if (folders.isEnabled(jar.key())) {
        starter.enable(plugin);
      }
    } catch (BundleException e) {
      LOG.error("Plugin {} is not installed: {}", jar.key(), Reasons.of(e));
    }
  }

  /**
   * Installs a JAR; one with the key of an installed plugin takes its place. A plugin that installs but does
   * not start stays installed and carries its problem.
   */
  public synchronized PluginView install(Path file) throws IOException, PluginRefusedException {
    PluginJar jar = PluginJar.read(file);
    Plugin old = installed.get(jar.key());
    boolean enable = old == null || folders.isEnabled(jar.key());
    if (old != null) {
      starter.disable(old);
      removeBundle(old);
    }
    Plugin plugin = installInPlaceOf(old, jar);
    if (enable) {
      starter.enable(plugin);
    }
    if (old != null) {
      refresh(old);
    }
    return plugin.view();
  }

  private Plugin installInPlaceOf(Plugin old, PluginJar jar)
      throws IOException, PluginRefusedException {
    try {
      Bundle bundle = framework.install(jar.file());
      PluginJar kept = jar.at(folders.keep(jar));
      if (old != null && !old.jar.file().equals(kept.file())) {
        Files.deleteIfExists(old.jar.file());
      }
      Plugin plugin = new Plugin(kept, bundle);
      installed.put(jar.key(), plugin);
      folders.remember(jar.key(), folders.isEnabled(jar.key()));
      return plugin;
    } catch (BundleException e) {
      if (old != null) {
        loadOne(old.jar);
      }
      throw new PluginRefusedException(Reasons.of(e), e);
    }
  }

  public synchronized PluginView enable(String key) throws IOException, PluginRefusedException {
    Plugin plugin = find(key);
    if (plugin.state == PluginState.UNLOADABLE) {
      throw new PluginRefusedException("Plugin " + key + " is unloadable: " + plugin.problem);
    }
    folders.remember(key, true);
    if (plugin.state != PluginState.ENABLED) {
      starter.enable(plugin);
    }
    return plugin.view();
  }

  public synchronized PluginView disable(String key) throws IOException, PluginRefusedException {
    Plugin plugin = find(key);
    folders.remember(key, false);
    if (plugin.state == PluginState.ENABLED) {
      starter.disable(plugin);
    }
    return plugin.view();
  }

  /** Disables the plugin and deletes its file. */
  public synchronized void uninstall(String key) throws IOException, PluginRefusedException {
    Plugin plugin = find(key);
    starter.disable(plugin);
    removeBundle(plugin);
    installed.remove(key);
    refresh(plugin);
    folders.forget(key);
    Files.deleteIfExists(plugin.jar.file());
  }

  public synchronized List<PluginView> all() {
    return installed.values().stream().map(Plugin::view).toList();
  }

  /** The web-items of enabled plugins in a section, lightest first. */
  public synchronized List<PluginModule.WebItem> webItems(String section) {
    return installed.values().stream()
        .filter(plugin -> plugin.state == PluginState.ENABLED)
        .flatMap(plugin -> plugin.jar.descriptor().modules().stream())
        .filter(PluginModule.WebItem.class::isInstance)
        .map(PluginModule.WebItem.class::cast)
        .filter(item -> item.section().split("/")[0].equals(section))
        .sorted(Comparator.comparingInt(PluginModule.WebItem::weight))
        .toList();
  }

  /** The descriptor of a plugin while it is enabled. */
  public synchronized Optional<PluginDescriptor> enabledDescriptor(String key) {
    return Optional.ofNullable(installed.get(key))
        .filter(plugin -> plugin.state == PluginState.ENABLED)
        .map(plugin -> plugin.jar.descriptor());
  }

  /** An entry of an installed plugin's JAR. */
  public synchronized Optional<URL> entry(String key, String path) {
    return Optional.ofNullable(installed.get(key)).map(plugin -> plugin.bundle.getEntry(path));
  }

  /** The class loader of a plugin while its bundle is resolved; empty for an unknown one. */
  public synchronized Optional<ClassLoader> classLoader(String key) {
    return Optional.ofNullable(installed.get(key))
        .map(plugin -> plugin.bundle.adapt(BundleWiring.class))
        .map(BundleWiring::getClassLoader);
  }

  /** Disables all of them, the last installed first; what is enabled stays remembered. */
  synchronized void stop() {
    List<Plugin> reverse = new ArrayList<>(installed.values());
    Collections.reverse(reverse);
    reverse.forEach(starter::disable);
    installed.clear();
  }

  private Plugin find(String key) throws PluginRefusedException {
    Plugin plugin = installed.get(key);
    if (plugin == null) {
      throw new PluginRefusedException("There is no plugin " + key);
    }
    return plugin;
  }

  private static void removeBundle(Plugin plugin) throws PluginRefusedException {
    for (int attempt = 1; ; attempt++) {
      try {
        plugin.bundle.uninstall();
        return;
      } catch (BundleException e) {
        if (attempt == UNINSTALL_ATTEMPTS) {
          throw new PluginRefusedException(Reasons.of(e), e);
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(UNINSTALL_PAUSE_MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void refresh(Plugin gone) {
    try {
      framework.refresh(gone.bundle);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
