package org.scimforcrowd.devhost.crowd;

import com.atlassian.crowd.exception.OperationFailedException;
import com.atlassian.crowd.manager.permission.UserPermissionService;
import com.atlassian.crowd.model.application.Application;
import com.atlassian.crowd.model.application.ApplicationType;
import com.atlassian.crowd.model.permission.UserPermission;
import com.atlassian.crowd.model.user.User;
import com.atlassian.crowd.search.EntityDescriptor;
import com.atlassian.crowd.search.builder.QueryBuilder;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Who may administer Crowd: members of groups with a granted permission in a directory that the
 * console is mapped to. Nested members count where the directory has nesting.
 */
final class GrantedPermissions implements UserPermissionService {
  private final Database database;
  private final Supplier<Optional<String>> currentUser;
  private final Memberships memberships;

  GrantedPermissions(
      Database database, Supplier<Optional<String>> currentUser, Memberships memberships) {
    this.database = database;
    this.currentUser = currentUser;
    this.memberships = memberships;
  }

  private record Grant(long directoryId, String groupName) {}

  @Override
  public boolean currentUserHasPermission(UserPermission permission) {
    return currentUser.get().filter(name -> hasPermission(name, permission)).isPresent();
  }

  @Override
  public boolean hasPermission(String username, UserPermission permission) {
    try (Session session = database.openUnchecked()) {
      return grants(session, ApplicationType.CROWD.name(), permission).stream()
          .anyMatch(grant -> isIn(session, grant, username));
    }
  }

  @Override
  public boolean isGroupLevelAdmin(String username) {
    return false;
  }

  @Override
  public Set<User> getUsersWithPermission(
      Application application, UserPermission permission, boolean includeLocallyCachedOnly)
      throws OperationFailedException {
    try (Session session = database.open()) {
      Set<User> result = new HashSet<>();
      for (Grant grant : grants(session, application.getType().name(), permission)) {
        result.addAll(members(session, grant));
      }
      return result;
    }
  }

  @Override
  public Set<User> getGroupLevelAdmins(boolean includeLocallyCachedOnly) {
    return Set.of();
  }

  /** SYS_ADMIN includes ADMIN. */
  private static List<Grant> grants(
      Session session, String applicationType, UserPermission permission) {
    return session.list(
        "SELECT m.directory_id, p.group_name FROM cwd_granted_perm p"
            + " JOIN cwd_app_dir_mapping m ON m.id = p.app_dir_mapping_id"
            + " JOIN cwd_application a ON a.id = m.application_id"
            + " WHERE a.application_type = ? AND p.permission_id >= ?",
        row -> new Grant(row.getLong(1), row.getString(2)),
        applicationType,
        permission.getId());
  }

  private boolean isIn(Session session, Grant grant, String username) {
    return memberships.closure(session, grant.directoryId, List.of(grant.groupName), true).stream()
        .anyMatch(group -> memberships.isMember(session, grant.directoryId, username, group));
  }

  private List<User> members(Session session, Grant grant) {
    return Searches.memberships(
        session,
        grant.directoryId,
        QueryBuilder.queryFor(User.class, EntityDescriptor.user())
            .childrenOf(EntityDescriptor.group())
            .withNames(
                memberships.closure(session, grant.directoryId, List.of(grant.groupName), true))
            .returningAtMost(EntityQuery.ALL_RESULTS));
  }
}
