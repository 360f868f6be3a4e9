package org.scimforcrowd.devhost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.stream.Stream;
import org.scimforcrowd.devhost.console.Console;
import org.scimforcrowd.devhost.crowd.CrowdStandIn;
import org.scimforcrowd.devhost.http.AccessRules;
import org.scimforcrowd.devhost.http.HttpServer;
import org.scimforcrowd.devhost.http.RemoteUser;
import org.scimforcrowd.devhost.http.SalServices;
import org.scimforcrowd.devhost.osgi.PluginSystem;
import org.scimforcrowd.devhost.osgi.Plugins;

/** A running stand-in for Crowd: its managers, OSGi, pages and HTTP, put together. */
public final class StandIn implements AutoCloseable {
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private Crowd crowd;
  private PluginSystem pluginSystem;
  private String url;

  private StandIn() {}

  /** Starts all parts; when one fails, those that run are stopped again. */
  public static StandIn start(Options options) throws Exception {
    StandIn standIn = new StandIn();
    try {
      standIn.startParts(options);
      return standIn;
    } catch (Exception | LinkageError e) {
      standIn.close();
      throw e;
    }
  }

  private void startParts(Options options) throws Exception {
    HttpServer http = started(HttpServer.of(options.servletApi()));
    url = "http://127.0.0.1:" + http.open(options.port()) + HttpServer.CONTEXT_PATH;
    String baseUrl = options.baseUrl().orElse(url);
    prepareHome(options);
    RemoteUser remoteUser = new RemoteUser();
    CrowdStandIn.Surroundings surroundings = surroundings(options, baseUrl, remoteUser);
    crowd = started(CrowdStandIn.open(options.database(), surroundings));
    pluginSystem =
        started(
            PluginSystem.start(
                options.home(),
                Installation.springJars(options.servletApi()),
                http.servletPackages()));
    offer(crowd.services());
    offer(SalServices.of(crowd, remoteUser, http.requests(), () -> baseUrl, options.websudo()));
    pluginSystem.loadPlugins();
    Console console =
        new Console(
            crowd,
            pluginSystem.plugins(),
            new Console.Settings(options.home(), baseUrl, options.signatureCheck()));
    AccessRules access = new AccessRules(options.access(), crowd::isAdministrator);
    http.start(new HttpServer.Parts(pluginSystem.servlets(), access, remoteUser, console));
  }

  private static CrowdStandIn.Surroundings surroundings(
      Options options, String baseUrl, RemoteUser remoteUser) {
    String version = options.servletApi().equals("javax") ? "6.3.0" : "7.1.0";
    return new CrowdStandIn.Surroundings(options.home(), () -> baseUrl, remoteUser::get, version);
  }

  private <T extends AutoCloseable> T started(T part) {
    parts.push(part);
    return part;
  }

  private void offer(Iterable<Crowd.Service> services) {
    services.forEach(s -> pluginSystem.offer(s.beanName(), s.type(), s.service()));
  }

  private static void prepareHome(Options options) throws IOException {
    if (options.fresh() && Files.isDirectory(options.home())) {
      empty(options.home());
    }
    Files.createDirectories(options.home());
  }

  /** Only a folder that a stand-in has used is emptied, whatever else --home names. */
  private static void empty(Path home) throws IOException {
    try (Stream<Path> files = Files.list(home)) {
      if (!Files.isDirectory(home.resolve("caches")) && files.findAny().isPresent()) {
        throw new IOException(home + " is not the home of a stand-in: it is not emptied");
      }
    }
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        boolean keep = file.equals(home) || file.startsWith(home.resolve("caches"));
        if (!keep) {
          Files.delete(file);
        }
      }
    }
  }

  public String url() {
    return url;
  }

  public Crowd crowd() {
    return crowd;
  }

  public Plugins plugins() {
    return pluginSystem.plugins();
  }

  /** Stops all parts, the last started first. May be called more than once. */
  @Override
  public synchronized void close() throws Exception {
    Exception first = null;
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
