package org.scimforcrowd.devhost.crowd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.exception.CrowdException;
import com.atlassian.crowd.exception.DirectoryNotFoundException;
import com.atlassian.crowd.exception.GroupNotFoundException;
import com.atlassian.crowd.exception.InvalidGroupException;
import com.atlassian.crowd.exception.InvalidMembershipException;
import com.atlassian.crowd.exception.MembershipAlreadyExistsException;
import com.atlassian.crowd.exception.MembershipNotFoundException;
import com.atlassian.crowd.exception.NestedGroupsNotSupportedException;
import com.atlassian.crowd.exception.UserAlreadyExistsException;
import com.atlassian.crowd.exception.UserNotFoundException;
import com.atlassian.crowd.model.group.GroupTemplate;
import com.atlassian.crowd.model.group.GroupType;
import com.atlassian.crowd.model.user.UserTemplate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the usual conflicts throw. */
abstract class ConflictFacts extends Facts {
  private static final long NOWHERE = 9_999_999;

  ConflictFacts(CrowdStandIn crowd) {
    super(crowd);
  }

  @Test
  void addUserOfATakenNameInAnyCaseIsUserAlreadyExists() throws Exception {
    addUser("ada");
    assertThrows(UserAlreadyExistsException.class, () -> addUser("ADA"));
  }

  @Test
  void addGroupOfATakenNameInAnyCaseIsInvalidGroup() throws Exception {
    addGroup("staff");
    assertThrows(InvalidGroupException.class, () -> addGroup("STAFF"));
  }

  @Test
  void renameToATakenNameIsUserAlreadyExistsOrInvalidGroup() throws Exception {
    addUsers("ada", "grace");
    addGroups("staff", "crew");
    assertThrows(UserAlreadyExistsException.class, () -> manager.renameUser(id, "ada", "Grace"));
    assertThrows(InvalidGroupException.class, () -> manager.renameGroup(id, "staff", "Crew"));
  }

  @Test
  void addUserToGroupTwiceIsMembershipAlreadyExists() throws Exception {
    addUser("ada");
    addGroup("staff");
    manager.addUserToGroup(id, "ada", "staff");
    assertThrows(
        MembershipAlreadyExistsException.class, () -> manager.addUserToGroup(id, "ADA", "STAFF"));
  }

  @Test
  void removeUserFromGroupOfANonMemberIsMembershipNotFound() throws Exception {
    addUser("ada");
    addGroup("staff");
    assertThrows(
        MembershipNotFoundException.class, () -> manager.removeUserFromGroup(id, "ada", "staff"));
  }

  @Test
  void nestingWhereItIsOffIsNotSupported() throws Exception {
    addGroups("staff", "crew");
    assertEquals(false, manager.supportsNestedGroups(id));
    assertThrows(
        NestedGroupsNotSupportedException.class,
        () -> manager.addGroupToGroup(id, "staff", "crew"));
    assertThrows(
        UnsupportedOperationException.class,
        () -> manager.removeGroupFromGroup(id, "staff", "crew"));
  }

  @Test
  void groupInItselfIsRefusedInItsCaseOnly() throws Exception {
    allowNesting();
    addGroup("staff");
    assertThrows(
        InvalidMembershipException.class, () -> manager.addGroupToGroup(id, "staff", "staff"));
    manager.addGroupToGroup(id, "staff", "STAFF");
    assertEquals(true, manager.isGroupDirectGroupMember(id, "staff", "staff"));
  }

  @Test
  void groupInAGroupOfAnotherTypeIsRefused() throws Exception {
    allowNesting();
    addGroup("staff");
    manager.addGroup(id, new GroupTemplate("role", id, GroupType.LEGACY_ROLE));
    assertThrows(
        InvalidMembershipException.class, () -> manager.addGroupToGroup(id, "staff", "role"));
  }

  @Test
  void cyclesOfGroupsAreNotRefused() throws Exception {
    allowNesting();
    addGroups("a", "b");
    manager.addGroupToGroup(id, "a", "b");
    manager.addGroupToGroup(id, "b", "a");
    assertEquals(true, manager.isGroupDirectGroupMember(id, "b", "a"));
  }

  @Test
  void membershipOfSomebodyUnknownSaysWhichOneIsMissing() throws Exception {
    addUser("ada");
    addGroup("staff");
    assertThrows(UserNotFoundException.class, () -> manager.addUserToGroup(id, "eve", "staff"));
    assertThrows(GroupNotFoundException.class, () -> manager.addUserToGroup(id, "ada", "none"));
    assertThrows(
        UserNotFoundException.class, () -> manager.removeUserFromGroup(id, "eve", "staff"));
    assertThrows(
        GroupNotFoundException.class, () -> manager.removeUserFromGroup(id, "ada", "none"));
  }

  @Test
  void unknownUsersAndGroupsAreNotFound() {
    assertThrows(UserNotFoundException.class, () -> manager.findUserByName(id, "eve"));
    assertThrows(UserNotFoundException.class, () -> manager.findUserByExternalId(id, "eve"));
    assertThrows(UserNotFoundException.class, () -> manager.removeUser(id, "eve"));
    assertThrows(UserNotFoundException.class, () -> manager.renameUser(id, "eve", "eva"));
    assertThrows(
        UserNotFoundException.class,
        () -> manager.storeUserAttributes(id, "eve", Map.of("a", Set.of("1"))));
    assertThrows(GroupNotFoundException.class, () -> manager.findGroupByName(id, "none"));
    assertThrows(GroupNotFoundException.class, () -> manager.removeGroup(id, "none"));
    assertThrows(GroupNotFoundException.class, () -> manager.renameGroup(id, "none", "some"));
  }

  @Test
  void unknownDirectoryIsDirectoryNotFound() {
    UserTemplate user = new UserTemplate("ada", NOWHERE);
    GroupTemplate group = new GroupTemplate("staff", NOWHERE);
    assertThrows(DirectoryNotFoundException.class, () -> manager.findDirectoryById(NOWHERE));
    assertThrows(DirectoryNotFoundException.class, () -> manager.findUserByName(NOWHERE, "ada"));
    assertThrows(DirectoryNotFoundException.class, () -> manager.updateUser(NOWHERE, user));
    assertThrows(DirectoryNotFoundException.class, () -> manager.addGroup(NOWHERE, group));
    assertThrows(
        DirectoryNotFoundException.class, () -> manager.addUserToGroup(NOWHERE, "ada", "staff"));
  }

  @Test
  void entityOfAnotherDirectoryIsAnIllegalArgument() {
    assertThrows(
        IllegalArgumentException.class,
        () -> manager.updateUser(id, new UserTemplate("ada", id + 1)));
    assertThrows(
        IllegalArgumentException.class,
        () -> manager.addGroup(id, new GroupTemplate("staff", id + 1)));
  }

  @Test
  void someExceptionsAreNoCrowdExceptions() {
    assertEquals(
        false,
        CrowdException.class.isAssignableFrom(
            com.atlassian.crowd.manager.directory.DirectoryPermissionException.class));
    assertEquals(
        false,
        com.atlassian.crowd.exception.ObjectNotFoundException.class.isAssignableFrom(
            DirectoryNotFoundException.class));
  }

  @Test
  void refusedAddLeavesNothing() throws Exception {
    addUser("ada");
    UserTemplate user = template("ada");
    user.setEmailAddress("other@example.com");
    assertThrows(
        UserAlreadyExistsException.class,
        () -> manager.addUser(id, template("ada"), PasswordCredential.NONE));
    assertEquals("ada@example.com", manager.findUserByName(id, "ada").getEmailAddress());
  }
}
