package com.atlassian.crowd.manager.permission;

import com.atlassian.crowd.exception.DirectoryNotFoundException;
import com.atlassian.crowd.exception.OperationFailedException;
import com.atlassian.crowd.model.application.Application;
import com.atlassian.crowd.model.permission.UserPermission;
import com.atlassian.crowd.model.user.User;
import java.util.Set;

/** Who may administer Crowd. */
public interface UserPermissionService {
  boolean currentUserHasPermission(UserPermission permission);

  boolean hasPermission(String username, UserPermission permission);

  boolean isGroupLevelAdmin(String username);

  default Set<User> getSysAdmins(Application application, boolean includeLocallyCachedOnly)
      throws DirectoryNotFoundException, OperationFailedException {
    return getUsersWithPermission(application, UserPermission.SYS_ADMIN, includeLocallyCachedOnly);
  }

  Set<User> getUsersWithPermission(
      Application application, UserPermission permission, boolean includeLocallyCachedOnly)
      throws DirectoryNotFoundException, OperationFailedException;

  Set<User> getGroupLevelAdmins(boolean includeLocallyCachedOnly)
      throws DirectoryNotFoundException, OperationFailedException;
}
