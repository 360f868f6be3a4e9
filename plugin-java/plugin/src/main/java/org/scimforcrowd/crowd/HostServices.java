package org.scimforcrowd.crowd;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.crowd.audit.AuditLogContext;
import com.atlassian.crowd.manager.application.ApplicationManager;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.manager.permission.UserPermissionService;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import com.atlassian.sal.api.user.UserManager;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;
import org.scimforcrowd.engine.PortFailure;

/** Crowd's services, looked up at each use: they may come later than we do, and go before us. */
public final class HostServices implements AutoCloseable, CrowdServices {
  private final BundleContext bundleContext;
  private final Map<String, ServiceTracker<Object, Object>> trackers = new LinkedHashMap<>();
  private boolean closed;

  public HostServices(BundleContext bundleContext) {
    this.bundleContext = bundleContext;
  }

  @Override
  public DirectoryManager directories() {
    return required("com.atlassian.crowd.manager.directory.DirectoryManager");
  }

  @Override
  public ApplicationManager applications() {
    return required("com.atlassian.crowd.manager.application.ApplicationManager");
  }

  @Override
  public Optional<UserPermissionService> permissions() {
    return optional("com.atlassian.crowd.manager.permission.UserPermissionService");
  }

  @Override
  public ApplicationProperties properties() {
    return required("com.atlassian.sal.api.ApplicationProperties");
  }

  @Override
  public PluginSettingsFactory settings() {
    return required("com.atlassian.sal.api.pluginsettings.PluginSettingsFactory");
  }

  @Override
  public Optional<ClusterLockService> clusterLocks() {
    return optional("com.atlassian.beehive.ClusterLockService");
  }

  @Override
  public Optional<AuditLogContext> auditLog() {
    return optional("com.atlassian.crowd.audit.AuditLogContext");
  }

  public UserManager users() {
    return required("com.atlassian.sal.api.user.UserManager");
  }

  public LoginUriProvider logins() {
    return required("com.atlassian.sal.api.auth.LoginUriProvider");
  }

  /** The service of that interface name, if it is there now. */
  public synchronized Optional<Object> find(String name) {
    return closed
        ? Optional.empty()
        : Optional.ofNullable(trackers.computeIfAbsent(name, this::open).getService());
  }

  @Override
  public synchronized void close() {
    closed = true;
    trackers.values().forEach(ServiceTracker::close);
    trackers.clear();
  }

  private ServiceTracker<Object, Object> open(String name) {
    ServiceTracker<Object, Object> tracker = new ServiceTracker<>(bundleContext, name, null);
    tracker.open();
    return tracker;
  }

  private <T> T required(String name) {
    Optional<T> service = optional(name);
    return service.orElseThrow(
        () ->
            new PortFailure(
                PortFailure.Kind.UNAVAILABLE, "Crowd does not offer " + name + " at the moment"));
  }

  /**
   * By name and not by class, so that a class which Crowd does not have is a service that is not
   * there.
   */
  @SuppressWarnings("unchecked")
  private <T> Optional<T> optional(String name) {
    return (Optional<T>) find(name);
  }
}
