package org.scimforcrowd.devhost.crowd;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.manager.application.ApplicationManager;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.model.directory.ImmutableDirectory;
import com.atlassian.crowd.model.group.Group;
import com.atlassian.crowd.model.group.GroupTemplate;
import com.atlassian.crowd.model.user.TimestampedUser;
import com.atlassian.crowd.model.user.UserTemplateWithAttributes;
import com.atlassian.crowd.model.user.UserWithAttributes;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.function.Executable;

/**
 * Facts about Crowd (as its 5.1.6 binaries show them), each a test with an internal directory of
 * its own. OnH2Test and OnPostgresqlTest run them.
 */
abstract class Facts {
  final CrowdStandIn crowd;
  final DirectoryManager manager;
  final ApplicationManager applications;
  Directory directory;
  long id;

  Facts(CrowdStandIn crowd) {
    this.crowd = crowd;
    this.manager = crowd.directories();
    this.applications = crowd.applications();
  }

  @BeforeEach
  void makeDirectory() throws Exception {
    directory = manager.addDirectory(Seed.internal("directory " + UUID.randomUUID()));
    id = directory.getId();
  }

  void allowNesting() throws Exception {
    directory =
        manager.updateDirectory(
            ImmutableDirectory.builder(directory).setAttribute("useNestedGroups", "true").build());
  }

  UserTemplateWithAttributes template(String name) {
    UserTemplateWithAttributes user = new UserTemplateWithAttributes(name, id);
    user.setActive(true);
    user.setEmailAddress(name + "@example.com");
    user.setFirstName("First");
    user.setLastName("Last");
    user.setDisplayName("First Last");
    return user;
  }

  UserWithAttributes addUser(String name) throws Exception {
    return manager.addUser(id, template(name), PasswordCredential.NONE);
  }

  void addUsers(String... names) throws Exception {
    for (String name : names) {
      addUser(name);
    }
  }

  Group addGroup(String name) throws Exception {
    return manager.addGroup(id, new GroupTemplate(name, id));
  }

  void addGroups(String... names) throws Exception {
    for (String name : names) {
      addGroup(name);
    }
  }

  Date updated(String userName) throws Exception {
    return ((TimestampedUser) manager.findUserByName(id, userName)).getUpdatedDate();
  }

  /** Runs the work with the switch thrown one way. */
  static void with(Uncertain uncertain, boolean holds, Executable work) throws Throwable {
    System.setProperty(uncertain.property(), String.valueOf(holds));
    try {
      work.execute();
    } finally {
      System.clearProperty(uncertain.property());
    }
  }

  static String letters(int count) {
    return "x".repeat(count);
  }

  static List<String> sorted(Iterable<String> values) {
    List<String> result = new ArrayList<>();
    values.forEach(result::add);
    result.sort(null);
    return result;
  }
}
