package org.scimforcrowd.devhost;

import java.util.ArrayDeque;
import java.util.Deque;
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
    started(Home.take(options.home(), options.fresh()));
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
    http.start(
        new HttpServer.Parts(
            pluginSystem.servlets(), access, remoteUser, console, crowd.recordings()));
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
