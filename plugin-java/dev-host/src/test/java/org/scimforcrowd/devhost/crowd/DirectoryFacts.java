package org.scimforcrowd.devhost.crowd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.DirectoryType;
import com.atlassian.crowd.embedded.api.OperationType;
import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.exception.ApplicationAlreadyExistsException;
import com.atlassian.crowd.exception.DirectoryNotFoundException;
import com.atlassian.crowd.manager.application.ApplicationManagerException;
import com.atlassian.crowd.manager.directory.DirectoryPermissionException;
import com.atlassian.crowd.model.application.Application;
import com.atlassian.crowd.model.application.ApplicationDirectoryMapping;
import com.atlassian.crowd.model.application.ApplicationType;
import com.atlassian.crowd.model.directory.ImmutableDirectory;
import com.atlassian.crowd.model.group.GroupTemplate;
import com.atlassian.crowd.search.EntityDescriptor;
import com.atlassian.crowd.search.builder.QueryBuilder;
import com.atlassian.crowd.search.builder.Restriction;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import com.atlassian.crowd.search.query.entity.restriction.constants.DirectoryTermKeys;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Directories, what they allow, and applications that see them. */
abstract class DirectoryFacts extends Facts {
  DirectoryFacts(CrowdStandIn crowd) {
    super(crowd);
  }

  @Test
  void writesNeedTheirOperation() throws Exception {
    addUser("ada");
    addGroup("staff");
    Map<String, Set<String>> attribute = Map.of("a", Set.of("1"));
    PasswordCredential none = PasswordCredential.NONE;
    refuses(OperationType.CREATE_USER, () -> addUser("eve"));
    refuses(OperationType.UPDATE_USER, () -> manager.updateUser(id, template("ada")));
    refuses(OperationType.UPDATE_USER, () -> manager.renameUser(id, "ada", "eve"));
    refuses(OperationType.UPDATE_USER, () -> manager.updateUserCredential(id, "ada", none));
    refuses(OperationType.DELETE_USER, () -> manager.removeUser(id, "ada"));
    refuses(
        OperationType.UPDATE_USER_ATTRIBUTE,
        () -> manager.storeUserAttributes(id, "ada", attribute));
    refuses(
        OperationType.UPDATE_USER_ATTRIBUTE, () -> manager.removeUserAttributes(id, "ada", "a"));
    refuses(OperationType.CREATE_GROUP, () -> addGroup("crew"));
    refuses(
        OperationType.UPDATE_GROUP, () -> manager.updateGroup(id, new GroupTemplate("staff", id)));
    refuses(OperationType.UPDATE_GROUP, () -> manager.renameGroup(id, "staff", "crew"));
    refuses(OperationType.UPDATE_GROUP, () -> manager.addUserToGroup(id, "ada", "staff"));
    refuses(OperationType.UPDATE_GROUP, () -> manager.removeUserFromGroup(id, "ada", "staff"));
    refuses(
        OperationType.UPDATE_GROUP, () -> manager.addAllUsersToGroup(id, List.of("ada"), "staff"));
    refuses(OperationType.DELETE_GROUP, () -> manager.removeGroup(id, "staff"));
    refuses(
        OperationType.UPDATE_GROUP_ATTRIBUTE,
        () -> manager.storeGroupAttributes(id, "staff", attribute));
    refuses(
        OperationType.UPDATE_GROUP_ATTRIBUTE,
        () -> manager.removeGroupAttributes(id, "staff", "a"));
  }

  private void refuses(OperationType operation, Executable write) throws Exception {
    Set<OperationType> others = EnumSet.copyOf(directory.getAllowedOperations());
    others.remove(operation);
    manager.updateDirectory(
        ImmutableDirectory.builder(directory).setAllowedOperations(others).build());
    assertThrows(DirectoryPermissionException.class, write, operation.name());
    manager.updateDirectory(directory);
  }

  @Test
  void directoryIsKeptWhole() throws Exception {
    ImmutableDirectory given =
        ImmutableDirectory.builder(Seed.internal("Kept " + UUID.randomUUID()))
            .setActive(false)
            .setDescription("for a test")
            .setAttribute("scim.connection", "abc")
            .build();
    Directory stored = manager.findDirectoryById(manager.addDirectory(given).getId());
    assertEquals(
        List.of(
            given.getName(),
            false,
            "for a test",
            DirectoryType.INTERNAL,
            given.getAttributes(),
            given.getAllowedOperations(),
            given.getImplementationClass(),
            "atlassian-security"),
        List.of(
            stored.getName(),
            stored.isActive(),
            stored.getDescription(),
            stored.getType(),
            stored.getAttributes(),
            stored.getAllowedOperations(),
            stored.getImplementationClass(),
            stored.getEncryptionType()));
  }

  @Test
  void directoryNameIsUniqueWhateverItsCase() {
    Directory twin =
        ImmutableDirectory.builder(directory).setName(directory.getName().toUpperCase()).build();
    assertThrows(DatabaseException.class, () -> manager.addDirectory(twin));
  }

  @Test
  void directoryIsFoundByNameAndSearched() throws Exception {
    String name = directory.getName().toUpperCase();
    assertEquals(id, manager.findDirectoryByName(name).getId());
    assertEquals(
        List.of(directory),
        manager.searchDirectories(
            QueryBuilder.queryFor(Directory.class, EntityDescriptor.directory())
                .with(Restriction.on(DirectoryTermKeys.NAME).exactlyMatching(name))
                .returningAtMost(EntityQuery.ALL_RESULTS)));
    assertEquals(
        List.of(),
        manager.searchDirectories(
            QueryBuilder.queryFor(Directory.class, EntityDescriptor.directory())
                .with(Restriction.on(DirectoryTermKeys.TYPE).exactlyMatching(DirectoryType.CROWD))
                .returningAtMost(EntityQuery.ALL_RESULTS)));
  }

  @Test
  void removingADirectoryTakesEverythingWithIt() throws Exception {
    Application application = addApplication();
    applications.addDirectoryMapping(application, directory, true);
    addUser("ada");
    addGroup("staff");
    manager.addUserToGroup(id, "ada", "staff");
    manager.removeDirectory(directory);
    assertThrows(DirectoryNotFoundException.class, () -> manager.findUserByName(id, "ada"));
    assertEquals(
        List.of(), applications.findById(application.getId()).getApplicationDirectoryMappings());
  }

  @Test
  void mappingSaysWhoMayLogIn() throws Exception {
    Application application = addApplication();
    applications.addDirectoryMapping(
        application, directory, false, OperationType.CREATE_USER, OperationType.DELETE_USER);
    applications.addGroupMapping(application, directory, "staff");
    applications.addGroupMapping(application, directory, "staff");
    applications.addGroupMapping(application, directory, "crew");
    applications.removeGroupMapping(application, directory, "CREW");
    ApplicationDirectoryMapping mapping = mapping(application);
    assertEquals(
        List.of(
            id,
            false,
            Set.of("staff"),
            Set.of(OperationType.CREATE_USER, OperationType.DELETE_USER)),
        List.of(
            mapping.getDirectory().getId(),
            mapping.isAllowAllToAuthenticate(),
            mapping.getAuthorisedGroupNames(),
            mapping.getAllowedOperations()));
    applications.updateDirectoryMapping(application, directory, true);
    assertEquals(true, mapping(application).isAllowAllToAuthenticate());
    applications.removeDirectoryFromApplication(directory, application);
    assertEquals(null, mapping(application));
  }

  @Test
  void mappingsKeepTheirOrder() throws Exception {
    Application application = addApplication();
    Directory first = directory;
    applications.addDirectoryMapping(application, first, true);
    makeDirectory();
    applications.addDirectoryMapping(application, directory, true);
    assertEquals(List.of(first, directory), order(application));
    applications.updateDirectoryMapping(application, directory, 0);
    assertEquals(List.of(directory, first), order(application));
  }

  @Test
  void applicationsAreFoundWhateverTheCaseOfTheName() throws Exception {
    Application application = addApplication();
    assertEquals(
        application.getId(), applications.findByName(application.getName().toUpperCase()).getId());
    assertThrows(
        ApplicationAlreadyExistsException.class,
        () ->
            applications.add(
                StoredApplication.fresh(
                    application.getName(), ApplicationType.JIRA, "", PasswordCredential.NONE)));
  }

  @Test
  void consoleCanNotBeRemoved() throws Exception {
    Application console = applications.findByName("crowd");
    assertEquals(ApplicationType.CROWD, console.getType());
    assertThrows(ApplicationManagerException.class, () -> applications.remove(console));
  }

  private Application addApplication() throws Exception {
    return applications.add(
        StoredApplication.fresh(
            "app " + UUID.randomUUID(), ApplicationType.JIRA, "", PasswordCredential.NONE));
  }

  private ApplicationDirectoryMapping mapping(Application application) throws Exception {
    return applications.findById(application.getId()).getApplicationDirectoryMapping(id);
  }

  private List<Directory> order(Application application) throws Exception {
    return applications.findById(application.getId()).getApplicationDirectoryMappings().stream()
        .map(ApplicationDirectoryMapping::getDirectory)
        .toList();
  }
}
