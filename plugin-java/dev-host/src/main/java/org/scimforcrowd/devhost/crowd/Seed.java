package org.scimforcrowd.devhost.crowd;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.DirectoryType;
import com.atlassian.crowd.embedded.api.OperationType;
import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.manager.application.ApplicationManager;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.model.application.Application;
import com.atlassian.crowd.model.application.ApplicationType;
import com.atlassian.crowd.model.directory.ImmutableDirectory;
import com.atlassian.crowd.model.group.GroupTemplate;
import com.atlassian.crowd.model.permission.UserPermission;
import com.atlassian.crowd.model.user.UserTemplateWithAttributes;
import java.util.EnumSet;
import java.util.Map;

/**
 * What a Crowd holds right after its setup: administrators, the console, and an application to map
 * directories to.
 */
final class Seed {
  private static final String ADMINISTRATORS = "crowd-administrators";

  private final Database database;
  private final DirectoryManager directories;
  private final ApplicationManager applications;

  Seed(Database database, DirectoryManager directories, ApplicationManager applications) {
    this.database = database;
    this.directories = directories;
    this.applications = applications;
  }

  /** Does nothing where there are applications already. */
  void plant() throws Exception {
    if (!applications.findAll().isEmpty()) {
      return;
    }
    Directory home = directories.addDirectory(internal("Crowd Administrators' Directory"));
    long id = home.getId();
    directories.addGroup(id, new GroupTemplate(ADMINISTRATORS, id));
    addUser(id, "admin", "Ada", "Admin");
    addUser(id, "user", "Una", "User");
    directories.addUserToGroup(id, "admin", ADMINISTRATORS);
    Application console = addApplication("crowd", ApplicationType.CROWD, "Crowd Console");
    applications.addDirectoryMapping(console, home, true, OperationType.values());
    applications.addGroupMapping(console, home, ADMINISTRATORS);
    grant(console.getId(), ADMINISTRATORS);
    addApplication("demo-jira", ApplicationType.JIRA, "A Jira that nobody has started");
  }

  /**
   * An internal directory as Crowd's console makes it: all operations but those of roles, no
   * password rules.
   */
  static Directory internal(String name) {
    return ImmutableDirectory.builder(
            name, DirectoryType.INTERNAL, "com.atlassian.crowd.directory.InternalDirectory")
        .setAllowedOperations(
            EnumSet.of(
                OperationType.CREATE_USER,
                OperationType.CREATE_GROUP,
                OperationType.UPDATE_USER,
                OperationType.UPDATE_GROUP,
                OperationType.UPDATE_USER_ATTRIBUTE,
                OperationType.UPDATE_GROUP_ATTRIBUTE,
                OperationType.DELETE_USER,
                OperationType.DELETE_GROUP))
        .setAttributes(
            Map.of(
                "user_encryption_method", "atlassian-security",
                "password_max_change_time", "0",
                "password_max_attempts", "0",
                "password_history_count", "0"))
        .build();
  }

  private void addUser(long directoryId, String name, String first, String last) throws Exception {
    UserTemplateWithAttributes user = new UserTemplateWithAttributes(name, directoryId);
    user.setActive(true);
    user.setFirstName(first);
    user.setLastName(last);
    user.setEmailAddress(name + "@example.com");
    directories.addUser(directoryId, user, PasswordCredential.unencrypted(name));
  }

  private Application addApplication(String name, ApplicationType type, String description)
      throws Exception {
    return applications.add(
        StoredApplication.fresh(name, type, description, PasswordCredential.unencrypted(name)));
  }

  private void grant(long applicationId, String groupName) {
    try (Session session = database.openUnchecked()) {
      session.update(
          "INSERT INTO cwd_granted_perm (created_date, permission_id, app_dir_mapping_id,"
              + " group_name) SELECT ?, ?, id, ? FROM cwd_app_dir_mapping WHERE application_id = ?",
          session.now(),
          UserPermission.SYS_ADMIN.getId(),
          groupName,
          applicationId);
      session.commit();
    }
  }
}
