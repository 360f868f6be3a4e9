package org.scimforcrowd.crowd;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.crowd.audit.AuditLogContext;
import com.atlassian.crowd.manager.application.ApplicationManager;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.manager.permission.UserPermissionService;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import java.util.Optional;

/**
 * What the ports use of Crowd. A required service that is not there is a PortFailure of kind
 * unavailable.
 */
public interface CrowdServices {
  DirectoryManager directories();

  ApplicationManager applications();

  ApplicationProperties properties();

  PluginSettingsFactory settings();

  Optional<UserPermissionService> permissions();

  Optional<ClusterLockService> clusterLocks();

  Optional<AuditLogContext> auditLog();
}
