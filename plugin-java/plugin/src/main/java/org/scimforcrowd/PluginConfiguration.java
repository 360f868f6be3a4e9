package org.scimforcrowd;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.scimforcrowd.activity.ActivityFiles;
import org.scimforcrowd.activity.ActivityPort;
import org.scimforcrowd.crowd.AuditAuthor;
import org.scimforcrowd.crowd.CrowdPort;
import org.scimforcrowd.crowd.DirectoryPort;
import org.scimforcrowd.crowd.HostServices;
import org.scimforcrowd.crowd.Linkage;
import org.scimforcrowd.crowd.LocksPort;
import org.scimforcrowd.crowd.LowerCase;
import org.scimforcrowd.crowd.MemberLists;
import org.scimforcrowd.engine.ClockPort;
import org.scimforcrowd.engine.HostPorts;
import org.scimforcrowd.engine.PatternsPort;
import org.scimforcrowd.engine.Port;
import org.scimforcrowd.engine.PortFailure;
import org.scimforcrowd.engine.RandomPort;
import org.scimforcrowd.engine.RhinoScript;
import org.scimforcrowd.http.AdminDoor;
import org.scimforcrowd.http.Assets;
import org.scimforcrowd.http.CrowdAdministrators;
import org.scimforcrowd.http.Exchanges;
import org.scimforcrowd.http.ScimDoor;
import org.scimforcrowd.http.ServletFlavour;
import org.scimforcrowd.settings.Senders;
import org.scimforcrowd.settings.SettingsPort;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the app together; the bean `core` of plugin-context.xml. Nothing here waits, starts a thread
 * or asks Crowd for more than its version, so that the plugin always starts; the script is compiled
 * by the first request.
 */
public final class PluginConfiguration {
  private static final Logger log = LoggerFactory.getLogger(PluginConfiguration.class);

  /** A test lets requests overrun sooner. */
  private static final Duration COMPUTING_TIME =
      Duration.ofMillis(Integer.getInteger("scimforcrowd.engine.milliseconds", 10_000));

  private static final Duration LOCK_WAIT = Duration.ofSeconds(10);
  private static final int MOST_SCOPES = 32;
  private static final long ACTIVITY_BYTES = 1L << 30;

  private final BundleContext bundleContext;
  private final Clock clock = Clock.systemUTC();
  private final ClassLoader loader = PluginConfiguration.class.getClassLoader();
  private HostServices crowd;
  private Linkage linkage;
  private RhinoScript script;
  private ServletFlavour flavour;
  private ScimDoor scimDoor;
  private AdminDoor adminDoor;

  /**
   * @param bundleContext put into every plugin's Spring context by the host
   */
  public PluginConfiguration(BundleContext bundleContext) {
    this.bundleContext = bundleContext;
  }

  public void start() {
    crowd = new HostServices(bundleContext);
    linkage = new Linkage(loader, name -> crowd.find(name).isPresent());
    flavour = ServletFlavour.of(loader);
    AuditAuthor author = new AuditAuthor(crowd::auditLog);
    LocksPort locks = new LocksPort(crowd::clusterLocks, LOCK_WAIT);
    RandomPort random = new RandomPort();
    SettingsPort settings =
        new SettingsPort(() -> crowd.settings().createGlobalSettings(), clock);
    ActivityPort activity = activity(random);
    Map<String, Port> ports =
        Map.of(
            "directory", new DirectoryPort(crowd, author, clock),
            "crowd", new CrowdPort(crowd, author, new LowerCase(loader), this::system),
            "settings", settings,
            "activity", activity,
            "clock", new ClockPort(clock),
            "random", random,
            "locks", locks,
            "patterns", new PatternsPort());
    script = new RhinoScript(scriptOptions(), new HostPorts(ports));
    Exchanges exchanges =
        new Exchanges(
            (who, exchange) -> script.call(who, "ScimEngine", "handle", exchange),
            activity,
            new MemberLists(crowd)::write,
            locks,
            author,
            script::place);
    Senders senders = new Senders(() -> settings.read("scim.settings"), clock);
    scimDoor = new ScimDoor(exchanges, senders, activity, clock);
    adminDoor =
        new AdminDoor(
            exchanges,
            new CrowdAdministrators(crowd),
            new Assets(name -> Optional.ofNullable(resource("admin/" + name))),
            random::token);
    log.info(
        "SCIM for Crowd {} has started: servlets for {}, engine {}",
        version(),
        flavour.api(),
        mode());
    linkage.log();
  }

  /** Ends running scripts and lets go of everything that the host holds of us. */
  public void stop() {
    script.close();
    crowd.close();
  }

  public ScimDoor scimDoor() {
    return scimDoor;
  }

  public AdminDoor adminDoor() {
    return adminDoor;
  }

  public Object scimServlet() {
    return flavour.newServlet("Scim", scimDoor);
  }

  public Object adminServlet() {
    return flavour.newServlet("Admin", adminDoor);
  }

  private ActivityPort activity(RandomPort random) {
    String node = random.token().substring(0, 8);
    return new ActivityPort(
        new ActivityFiles(this::activityFolder, node, clock, ACTIVITY_BYTES), clock);
  }

  private RhinoScript.Options scriptOptions() {
    int scopes = Math.min(MOST_SCOPES, 4 * Math.max(2, Runtime.getRuntime().availableProcessors()));
    return new RhinoScript.Options(
        "engine.js",
        text("engine/engine.js"),
        () -> text("engine/engine.js.map"),
        COMPUTING_TIME,
        scopes,
        LOCK_WAIT,
        mode().equals("compiled"));
  }

  /** -Dscimforcrowd.engine=compiled trades memory after an upgrade for speed. */
  private static String mode() {
    boolean compiled = "compiled".equals(System.getProperty("scimforcrowd.engine"));
    return compiled ? "compiled" : "interpreted";
  }

  private JsonObject system() {
    JsonObject report = new JsonObject();
    report.addProperty("crowdVersion", crowdVersion());
    report.addProperty("servletApi", flavour.api());
    report.addProperty("engineMode", mode());
    report.addProperty("appVersion", version());
    report.add("rows", linkage.report());
    return report;
  }

  private String crowdVersion() {
    try {
      return crowd.properties().getVersion();
    } catch (PortFailure absent) {
      return "unknown";
    }
  }

  private String version() {
    return bundleContext.getBundle().getVersion().toString();
  }

  private Optional<Path> activityFolder() {
    return crowd
        .properties()
        .getSharedHomeDirectory()
        .or(() -> crowd.properties().getLocalHomeDirectory())
        .map(home -> home.resolve("scim-for-crowd").resolve("activity"));
  }

  /** '' if it is not there: then each call says what is missing. */
  private String text(String name) {
    try (InputStream in = resource(name)) {
      return in == null ? "" : new String(in.readAllBytes(), UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private InputStream resource(String name) {
    return loader.getResourceAsStream(name);
  }
}
