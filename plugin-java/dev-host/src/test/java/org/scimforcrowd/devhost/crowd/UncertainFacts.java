package org.scimforcrowd.devhost.crowd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.atlassian.crowd.audit.AuditLogContext;
import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.exception.InvalidGroupException;
import com.atlassian.crowd.exception.InvalidUserException;
import com.atlassian.crowd.exception.MembershipAlreadyExistsException;
import com.atlassian.crowd.exception.OperationFailedException;
import com.atlassian.crowd.exception.UserAlreadyExistsException;
import com.atlassian.crowd.model.TimestampedEntity;
import com.atlassian.crowd.model.application.Application;
import com.atlassian.crowd.model.application.ApplicationType;
import com.atlassian.crowd.model.directory.ImmutableDirectory;
import com.atlassian.crowd.search.EntityDescriptor;
import com.atlassian.crowd.search.builder.QueryBuilder;
import com.atlassian.crowd.search.builder.Restriction;
import com.atlassian.crowd.search.query.entity.restriction.constants.UserTermKeys;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not known about Crowd, both ways. */
abstract class UncertainFacts extends Facts {
  UncertainFacts(CrowdStandIn crowd) {
    super(crowd);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void groupRenameAndApplicationMappings(boolean follow) throws Throwable {
    Application application =
        applications.add(
            StoredApplication.fresh(
                "app " + UUID.randomUUID(), ApplicationType.JIRA, "", PasswordCredential.NONE));
    applications.addDirectoryMapping(application, directory, false);
    addGroup("staff");
    applications.addGroupMapping(application, directory, "staff");
    with(
        Uncertain.GROUP_RENAME_REWRITES_MAPPINGS,
        follow,
        () -> manager.renameGroup(id, "staff", "crew"));
    assertEquals(
        Set.of(follow ? "crew" : "staff"),
        applications
            .findById(application.getId())
            .getApplicationDirectoryMapping(id)
            .getAuthorisedGroupNames());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void membershipAndTheGroupsUpdatedDate(boolean moves) throws Throwable {
    addUser("ada");
    addGroup("staff");
    assertEquals(
        moves,
        groupMoves(
            Uncertain.MEMBERSHIP_MOVES_GROUP_UPDATED,
            moves,
            () -> manager.addUserToGroup(id, "ada", "staff")));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void attributesAndTheGroupsUpdatedDate(boolean moves) throws Throwable {
    addGroup("staff");
    assertEquals(
        moves,
        groupMoves(
            Uncertain.ATTRIBUTES_MOVE_GROUP_UPDATED,
            moves,
            () -> manager.storeGroupAttributes(id, "staff", Map.of("a", Set.of("1")))));
  }

  private boolean groupMoves(Uncertain uncertain, boolean holds, Executable work) throws Throwable {
    Date before = groupUpdated();
    with(uncertain, holds, work);
    return groupUpdated().after(before);
  }

  private Date groupUpdated() throws Exception {
    return ((TimestampedEntity) manager.findGroupByName(id, "staff")).getUpdatedDate();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void raceForAUserName(boolean unchecked) throws Throwable {
    race("INSERT INTO cwd_user ", () -> addUser("ada"));
    with(
        Uncertain.UNIQUE_RACE_IS_UNCHECKED,
        unchecked,
        () ->
            assertThrows(
                either(unchecked, UserAlreadyExistsException.class), () -> addUser("ADA")));
    assertEquals("ada", manager.findUserByName(id, "ada").getName());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void raceForAGroupName(boolean unchecked) throws Throwable {
    race("INSERT INTO cwd_group ", () -> addGroup("staff"));
    with(
        Uncertain.UNIQUE_RACE_IS_UNCHECKED,
        unchecked,
        () ->
            assertThrows(either(unchecked, InvalidGroupException.class), () -> addGroup("STAFF")));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void raceForAMembership(boolean unchecked) throws Throwable {
    addUser("ada");
    addGroup("staff");
    race("INSERT INTO cwd_membership ", () -> manager.addUserToGroup(id, "ada", "staff"));
    with(
        Uncertain.UNIQUE_RACE_IS_UNCHECKED,
        unchecked,
        () ->
            assertThrows(
                either(unchecked, MembershipAlreadyExistsException.class),
                () -> manager.addUserToGroup(id, "ada", "staff")));
    assertEquals(true, manager.isUserDirectGroupMember(id, "ada", "staff"));
  }

  /** Somebody else does it between the next call's look and its write. */
  private void race(String statement, Executable other) {
    crowd
        .tap()
        .listen(
            sql -> {
              if (sql.startsWith(statement)) {
                crowd.tap().listen(ignored -> {});
                run(other);
              }
            });
  }

  private static void run(Executable work) {
    try {
      work.execute();
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void stoppedDatabase(boolean unchecked) throws Throwable {
    addUser("ada");
    crowd.faults().stopDatabase();
    try {
      with(
          Uncertain.STOPPED_DATABASE_IS_UNCHECKED,
          unchecked,
          () ->
              assertThrows(
                  either(unchecked, OperationFailedException.class),
                  () -> manager.findUserByName(id, "ada")));
      assertThrows(DatabaseException.class, () -> manager.findDirectoryById(id));
      assertThrows(
          DatabaseException.class, () -> crowd.pluginSettings().createGlobalSettings().get("any"));
    } finally {
      crowd.faults().startDatabase();
    }
    assertEquals("ada", manager.findUserByName(id, "ada").getName());
  }

  @Test
  void updateUserWithoutTheExternalId() throws Throwable {
    addUser("ada");
    String externalId = manager.updateUser(id, template("ada")).getExternalId();
    with(
        Uncertain.UPDATE_USER_NEEDS_EXTERNAL_ID,
        true,
        () -> {
          assertThrows(InvalidUserException.class, () -> manager.updateUser(id, template("ada")));
          var user = template("ada");
          user.setExternalId(externalId);
          assertEquals(externalId, manager.updateUser(id, user).getExternalId());
        });
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void userFoundWithAttributesAndItsDates(boolean dates) throws Throwable {
    addUser("ada");
    with(
        Uncertain.FOUND_USER_WITH_ATTRIBUTES_HAS_DATES,
        dates,
        () ->
            assertEquals(
                dates,
                manager.findUserWithAttributesByName(id, "ada") instanceof TimestampedEntity));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void attributeValueThatChangesItsCase(boolean stored) throws Throwable {
    addUser("ada");
    manager.storeUserAttributes(id, "ada", Map.of("a", Set.of("red", "blue")));
    with(
        Uncertain.ATTRIBUTE_CASE_CHANGE_IS_STORED,
        stored,
        () -> manager.storeUserAttributes(id, "ada", Map.of("a", Set.of("RED"))));
    assertEquals(
        Set.of(stored ? "RED" : "red"),
        manager.findUserWithAttributesByName(id, "ada").getValues("a"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void backslashInASearch(boolean literal) throws Throwable {
    addUsers("a\\b", "a_c");
    var query =
        QueryBuilder.queryFor(String.class, EntityDescriptor.user())
            .with(Restriction.on(UserTermKeys.USERNAME).startingWith(literal ? "a\\" : "a\\_"))
            .returningAtMost(10);
    with(
        Uncertain.LIKE_BACKSLASH_IS_LITERAL,
        literal,
        () -> assertEquals(List.of(literal ? "a\\b" : "a_c"), manager.searchUsers(id, query)));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void inactiveDirectory(boolean served) throws Throwable {
    addUser("ada");
    manager.updateDirectory(ImmutableDirectory.builder(directory).setActive(false).build());
    with(
        Uncertain.INACTIVE_DIRECTORY_IS_SERVED,
        served,
        () -> {
          if (served) {
            assertEquals("ada", manager.findUserByName(id, "ada").getName());
          } else {
            assertThrows(OperationFailedException.class, () -> manager.findUserByName(id, "ada"));
          }
        });
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void attributesOfAPasswordOnAddUser(boolean carried) throws Throwable {
    with(Uncertain.ADDED_USER_CARRIES_PASSWORD_ATTRIBUTES, carried, () -> addUser("ada"));
    assertEquals(
        carried
            ? Set.of("passwordLastChanged", "requiresPasswordChange", "invalidPasswordAttempts")
            : Set.of(),
        manager.findUserWithAttributesByName(id, "ada").getKeys());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void auditLogContextAsAService(boolean offered) throws Throwable {
    with(
        Uncertain.AUDIT_LOG_CONTEXT_IS_OFFERED,
        offered,
        () ->
            assertEquals(
                offered,
                crowd.services().stream().anyMatch(s -> s.type() == AuditLogContext.class)));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void sharedHome(boolean told) throws Throwable {
    with(
        Uncertain.SHARED_HOME_IS_TOLD,
        told,
        () -> assertEquals(told, crowd.properties().getSharedHomeDirectory().isPresent()));
  }

  private static Class<? extends Throwable> either(
      boolean unchecked, Class<? extends Throwable> checked) {
    return unchecked ? DatabaseException.class : checked;
  }
}
