package org.scimforcrowd.devhost.crowd;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.crowd.audit.AuditLogChangeset;
import com.atlassian.crowd.audit.AuditLogContext;
import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.exception.CrowdException;
import com.atlassian.crowd.manager.application.ApplicationManager;
import com.atlassian.crowd.manager.audit.AuditService;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.manager.permission.UserPermissionService;
import com.atlassian.crowd.model.application.ApplicationDirectoryMapping;
import com.atlassian.crowd.model.application.ApplicationType;
import com.atlassian.crowd.model.permission.UserPermission;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.scimforcrowd.devhost.Crowd;
import org.scimforcrowd.devhost.Recordings;
import org.scimforcrowd.devhost.StartRefusedException;

/** Crowd's managers on one database, put together. */
public final class CrowdStandIn implements Crowd {
  private final DataSource source;
  private final Database database;
  private final AuditTrail audit;
  private final AuditLogContext auditContext;
  private final JdbcDirectoryManager directories;
  private final ApplicationManager applications;
  private final UserPermissionService permissions;
  private final PluginSettingsFactory pluginSettings;
  private final ClusterLockService locks = new JvmClusterLocks();
  private final ApplicationProperties properties;
  private final Recordings recordings = new Recordings();

  /**
   * What the managers must be told.
   *
   * @param home the home folder; `shared` in it is the shared home
   * @param baseUrl Crowd's base URL without trailing slash
   * @param currentUser the name of the one who is logged in on the current thread's request
   * @param version the version that Crowd claims to have
   */
  public record Surroundings(
      Path home,
      Supplier<String> baseUrl,
      Supplier<Optional<String>> currentUser,
      String version) {}

  /** On a database that is brought up to date, and on first start filled as after Crowd's setup. */
  public CrowdStandIn(DataSource source, Surroundings around) {
    this(source, around, Clock.systemUTC());
  }

  CrowdStandIn(DataSource source, Surroundings around, Clock clock) {
    this.source = source;
    database = new Database(source, clock);
    database.migrate();
    ThreadAuditLogContext context = new ThreadAuditLogContext(around.currentUser());
    auditContext = context;
    audit = new AuditTrail(database, context);
    DirectoryRows rows = new DirectoryRows();
    directories = new JdbcDirectoryManager(database, audit, rows);
    applications = new JdbcApplicationManager(database, audit, rows);
    permissions = new GrantedPermissions(database, around.currentUser(), directories.memberships());
    pluginSettings = new JdbcPluginSettingsFactory(database);
    properties = new StandInProperties(around.baseUrl(), around.home(), around.version());
    plant();
  }

  /**
   * On PostgreSQL or H2 at that JDBC URL; without one on an H2 file in the home folder.
   *
   * @throws StartRefusedException when no database answers there
   */
  public static CrowdStandIn open(Optional<String> jdbcUrl, Surroundings around)
      throws StartRefusedException {
    return new CrowdStandIn(reach(jdbcUrl.orElseGet(() -> file(around.home()))), around);
  }

  /** What follows the address in the URL may hold a password, so it is not said. */
  private static DataSource reach(String jdbcUrl) throws StartRefusedException {
    try {
      return pool(jdbcUrl);
    } catch (RuntimeException e) {
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      String reason = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
      throw new StartRefusedException(
          "The database " + jdbcUrl.split("[?;]")[0] + " cannot be used: " + reason, e);
    }
  }

  /** A pool of connections; user and password may be in the URL. */
  public static HikariDataSource pool(String jdbcUrl) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(jdbcUrl);
    config.setAutoCommit(false);
    config.setMaximumPoolSize(20);
    config.setConnectionTimeout(5_000);
    config.setPoolName("crowd");
    return new HikariDataSource(config);
  }

  private static String file(Path home) {
    return "jdbc:h2:file:"
        + home.toAbsolutePath().resolve("database").resolve("crowd")
        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
  }

  private void plant() {
    try {
      new Seed(database, directories, applications).plant();
    } catch (Exception e) {
      throw new IllegalStateException("Cannot fill the new database", e);
    }
  }

  /** Under the names of their beans in Crowd. */
  @Override
  public List<Service> services() {
    List<Service> all =
        new ArrayList<>(
            List.of(
                manager("directoryManager", DirectoryManager.class, directories),
                manager("applicationManager", ApplicationManager.class, applications),
                new Service("userPermissionService", UserPermissionService.class, permissions),
                new Service("auditService", AuditService.class, audit),
                new Service("pluginSettingsFactory", PluginSettingsFactory.class, pluginSettings),
                new Service("clusterLockService", ClusterLockService.class, locks),
                new Service("salApplicationProperties", ApplicationProperties.class, properties)));
    if (Uncertain.AUDIT_LOG_CONTEXT_IS_OFFERED.holds()) {
      all.add(new Service("auditLogContext", AuditLogContext.class, auditContext));
    }
    return List.copyOf(all);
  }

  private <T> Service manager(String beanName, Class<T> type, T manager) {
    return new Service(beanName, type, FaultyCalls.of(type, manager, faults(), recordings));
  }

  @Override
  public DirectoryManager directories() {
    return directories;
  }

  @Override
  public ApplicationManager applications() {
    return applications;
  }

  public UserPermissionService permissions() {
    return permissions;
  }

  public PluginSettingsFactory pluginSettings() {
    return pluginSettings;
  }

  public ClusterLockService locks() {
    return locks;
  }

  public ApplicationProperties properties() {
    return properties;
  }

  public AuditLogContext auditContext() {
    return auditContext;
  }

  public AuditService audit() {
    return audit;
  }

  public Faults faults() {
    return database.faults();
  }

  public Tap tap() {
    return database.tap();
  }

  /** True if an active user of that name and password is in one of the console's directories. */
  @Override
  public boolean authenticate(String name, String password) {
    return consoleDirectories().stream().anyMatch(id -> authenticate(id, name, password));
  }

  @Override
  public boolean isAdministrator(String name) {
    return permissions.hasPermission(name, UserPermission.SYS_ADMIN);
  }

  @Override
  public List<AuditLogChangeset> auditLog(int most) {
    return audit.latest(most);
  }

  @Override
  public Traffic traffic() {
    Tap.Count count = database.tap().count();
    return new Traffic(count.transactions(), count.statements(), count.rows());
  }

  @Override
  public List<Map<String, Object>> sql(String statement, List<Object[]> rows) {
    try (Session session = database.openUnchecked()) {
      List<Map<String, Object>> found = session.run(statement, rows);
      session.commit();
      return found;
    }
  }

  @Override
  public Recordings recordings() {
    return recordings;
  }

  @Override
  public void setDatabaseRunning(boolean running) {
    if (running) {
      faults().startDatabase();
    } else {
      faults().stopDatabase();
    }
  }

  @Override
  public void armFault(int call, Strike strike) {
    faults().arm(call, strike);
  }

  @Override
  public boolean disarmFault() {
    return faults().disarm();
  }

  /** Closes the pool, where this owns one. */
  @Override
  public void close() {
    if (source instanceof HikariDataSource pool) {
      pool.close();
    }
  }

  private List<Long> consoleDirectories() {
    return applications.findAll().stream()
        .filter(application -> application.getType() == ApplicationType.CROWD)
        .flatMap(application -> application.getApplicationDirectoryMappings().stream())
        .map(ApplicationDirectoryMapping::getDirectory)
        .filter(directory -> directory.isActive())
        .map(directory -> directory.getId())
        .toList();
  }

  private boolean authenticate(long directoryId, String name, String password) {
    try {
      directories.authenticateUser(directoryId, name, PasswordCredential.unencrypted(password));
      return true;
    } catch (CrowdException e) {
      return false;
    }
  }
}
