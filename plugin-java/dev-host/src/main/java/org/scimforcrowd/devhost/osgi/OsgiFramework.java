package org.scimforcrowd.devhost.osgi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Felix, started with the options that the plugin framework gives it. */
final class OsgiFramework implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OsgiFramework.class);
  private static final int REFRESH_SECONDS = 10;
  private static final int STOP_MILLISECONDS = 10_000;

  private static final String BOOT_DELEGATION =
      String.join(
          ",",
          "weblogic,weblogic.*,META-INF.services,jdk.*,com.yourkit,com.yourkit.*",
          "com.chronon,com.chronon.*,org.jboss.byteman,org.jboss.byteman.*",
          "com.jprofiler,com.jprofiler.*,org.apache.xerces,org.apache.xerces.*",
          "org.apache.xalan,org.apache.xalan.*,org.apache.xml.serializer,sun.*",
          "com.sun.xml.bind.v2,com.sun.xml.internal.bind.v2,com.icl.saxon");

  private final Framework felix;

  private OsgiFramework(Framework felix) {
    this.felix = felix;
  }

  /**
   * Starts Felix and the framework's own bundles.
   *
   * @param bundles what FrameworkBundles prepared
   * @param hostPackages the host's packages, as an Export-Package header
   * @param storage folder for Felix's own cache; emptied at start
   */
  static OsgiFramework start(List<Path> bundles, String hostPackages, Path storage)
      throws IOException, BundleException {
    Framework felix =
        ServiceLoader.load(FrameworkFactory.class, OsgiFramework.class.getClassLoader())
            .findFirst()
            .orElseThrow(() -> new IOException("Felix is not on the class path"))
            .newFramework(configuration(hostPackages, storage));
    OsgiFramework framework = new OsgiFramework(felix);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(null);
    try {
      felix.start();
      framework.startFrameworkBundles(bundles);
      return framework;
    } catch (BundleException | RuntimeException e) {
      framework.close();
      throw e;
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static Map<String, String> configuration(String hostPackages, Path storage) {
    Map<String, String> configuration = new HashMap<>();
    configuration.put("org.osgi.framework.system.packages.extra", hostPackages);
    configuration.put("org.osgi.framework.storage", storage.toString());
    configuration.put("org.osgi.framework.storage.clean", "onFirstInit");
    configuration.put("org.osgi.framework.bootdelegation", BOOT_DELEGATION);
    configuration.put("felix.bootdelegation.implicit", "false");
    configuration.put("org.osgi.framework.bundle.parent", "framework");
    return configuration;
  }

  private void startFrameworkBundles(List<Path> jars) throws BundleException {
    List<Bundle> installed = new ArrayList<>();
    for (Path jar : jars) {
      installed.add(install(jar));
    }
    context()
        .registerService(
            ResolverHookFactory.class,
            new PublicPackages(installed.get(installed.size() - 1).getBundleId()),
            null);
    for (Bundle bundle : installed) {
      if (bundle.getHeaders().get("Fragment-Host") == null) {
        bundle.start();
      }
    }
  }

  BundleContext context() {
    return felix.getBundleContext();
  }

  Bundle install(Path jar) throws BundleException {
    return context().installBundle(jar.toUri().toString());
  }

  /** Lets go of what the bundle exported or was wired to; waits ten seconds at most. */
  void refresh(Bundle bundle) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    FrameworkListener listener = event -> done.countDown();
    felix.adapt(FrameworkWiring.class).refreshBundles(List.of(bundle), listener);
    if (!done.await(REFRESH_SECONDS, TimeUnit.SECONDS)) {
      LOG.warn("Refreshing packages took more than {} seconds", REFRESH_SECONDS);
    }
  }

  @Override
  public void close() throws BundleException {
    felix.stop();
    try {
      felix.waitForStop(STOP_MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
