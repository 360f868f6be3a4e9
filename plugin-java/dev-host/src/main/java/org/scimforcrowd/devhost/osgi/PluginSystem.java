package org.scimforcrowd.devhost.osgi;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.framework.BundleException;

/** The OSGi side of the stand-in: Felix with Spring and Gemini, the host's services, the plugins. */
public final class PluginSystem implements AutoCloseable {
  private static final int DEFAULT_PATIENCE_SECONDS = 60;

  private final OsgiFramework framework;
  private final HostServices services;
  private final ServletModules servlets = new ServletModules();
  private final Plugins plugins;

  private PluginSystem(OsgiFramework framework, Path home)
      throws IOException, ClassNotFoundException {
    this.framework = framework;
    services = new HostServices(framework.context());
    SpringContexts contexts = new SpringContexts(framework.context());
    PluginStarter starter = new PluginStarter(contexts, servlets, patienceSeconds());
    plugins = new Plugins(framework, starter, new PluginFolders(home));
  }

  /**
   * Starts Felix and its bundles; plugins come with {@link #loadPlugins}.
   *
   * @param springJars folder with the jars of Spring and Gemini
   * @param servletPackages the servlet API that plugins see, as an Export-Package header
   */
  public static PluginSystem start(Path home, Path springJars, String servletPackages)
      throws IOException, BundleException, ClassNotFoundException {
    Path caches = home.resolve("caches");
    OsgiFramework framework =
        OsgiFramework.start(
            new FrameworkBundles(springJars, caches.resolve("framework-bundles")).prepare(),
            HostPackages.header(servletPackages),
            caches.resolve("felix"));
    return new PluginSystem(framework, home);
  }

  private static int patienceSeconds() {
    return Integer.getInteger("atlassian.plugins.enable.wait", DEFAULT_PATIENCE_SECONDS);
  }

  /** Offers a service of the host to plugins. */
  public void offer(String beanName, Class<?> type, Object service) {
    services.register(beanName, type, service);
  }

  public void loadPlugins() throws IOException {
    plugins.load();
  }

  public Plugins plugins() {
    return plugins;
  }

  public ServletModules servlets() {
    return servlets;
  }

  @Override
  public void close() throws BundleException {
    plugins.stop();
    framework.close();
  }
}
