package org.scimforcrowd.contract;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.crowd.audit.AuditLogContext;
import com.atlassian.crowd.manager.application.ApplicationManager;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.manager.permission.UserPermissionService;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.scimforcrowd.activity.ActivityFiles;
import org.scimforcrowd.activity.ActivityPort;
import org.scimforcrowd.crowd.AuditAuthor;
import org.scimforcrowd.crowd.CrowdPort;
import org.scimforcrowd.crowd.CrowdServices;
import org.scimforcrowd.crowd.DirectoryPort;
import org.scimforcrowd.crowd.LocksPort;
import org.scimforcrowd.crowd.LowerCase;
import org.scimforcrowd.crowd.MemberLists;
import org.scimforcrowd.devhost.crowd.CrowdStandIn;
import org.scimforcrowd.engine.ClockPort;
import org.scimforcrowd.engine.HostPorts;
import org.scimforcrowd.engine.PatternsPort;
import org.scimforcrowd.engine.RandomPort;
import org.scimforcrowd.settings.SettingsPort;

/**
 * The plugin's ports on the stand-in's managers, put together as PluginConfiguration does it inside
 * Crowd.
 */
final class StandIn implements CrowdServices, AutoCloseable {
  static final String BASE_URL = "http://crowd.example.org/crowd";

  final CrowdStandIn crowd;
  final HostPorts ports;
  final LocksPort locks;
  final AuditAuthor author;
  final MemberLists memberLists = new MemberLists(this);

  private StandIn(CrowdStandIn crowd, Path home) {
    this.crowd = crowd;
    Clock clock = Clock.systemUTC();
    locks = new LocksPort(this::clusterLocks, Duration.ofSeconds(10));
    author = new AuditAuthor(this::auditLog);
    LowerCase lowerCase = new LowerCase(StandIn.class.getClassLoader());
    Path activity = home.resolve("activity");
    ports =
        new HostPorts(
            Map.of(
                "directory", new DirectoryPort(this, author, clock),
                "crowd", new CrowdPort(this, author, lowerCase, StandIn::system),
                "settings", new SettingsPort(() -> settings().createGlobalSettings(), clock),
                "activity",
                    new ActivityPort(
                        new ActivityFiles(() -> Optional.of(activity), "test", clock, 1L << 30), clock),
                "clock", new ClockPort(clock),
                "random", new RandomPort(),
                "locks", locks,
                "patterns", new PatternsPort()));
  }

  /** On a new H2 database in memory. */
  static StandIn onH2(Path home) {
    String url =
        "jdbc:h2:mem:"
            + UUID.randomUUID()
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            + ";DB_CLOSE_DELAY=-1";
    return on(url, home);
  }

  static StandIn on(String jdbcUrl, Path home) {
    return new StandIn(
        new CrowdStandIn(
            CrowdStandIn.pool(jdbcUrl),
            new CrowdStandIn.Surroundings(home, () -> BASE_URL + "/", Optional::empty, "7.0.0")),
        home);
  }

  private static JsonObject system() {
    JsonObject report = new JsonObject();
    report.addProperty("crowdVersion", "7.0.0");
    report.addProperty("servletApi", "jakarta");
    report.addProperty("engineMode", "interpreted");
    report.addProperty("appVersion", "0.1.0");
    report.add("rows", new JsonArray());
    return report;
  }

  @Override
  public DirectoryManager directories() {
    return crowd.directories();
  }

  @Override
  public ApplicationManager applications() {
    return crowd.applications();
  }

  @Override
  public ApplicationProperties properties() {
    return crowd.properties();
  }

  @Override
  public PluginSettingsFactory settings() {
    return crowd.pluginSettings();
  }

  @Override
  public Optional<UserPermissionService> permissions() {
    return Optional.of(crowd.permissions());
  }

  @Override
  public Optional<ClusterLockService> clusterLocks() {
    return Optional.of(crowd.locks());
  }

  @Override
  public Optional<AuditLogContext> auditLog() {
    return Optional.of(crowd.auditContext());
  }

  @Override
  public void close() throws Exception {
    crowd.close();
  }
}
