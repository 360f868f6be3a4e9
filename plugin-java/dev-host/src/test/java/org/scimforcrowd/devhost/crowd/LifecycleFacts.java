package org.scimforcrowd.devhost.crowd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.exception.InactiveAccountException;
import com.atlassian.crowd.exception.InvalidAuthenticationException;
import com.atlassian.crowd.exception.InvalidCredentialException;
import com.atlassian.crowd.exception.MembershipNotFoundException;
import com.atlassian.crowd.manager.directory.BulkAddResult;
import com.atlassian.crowd.model.application.Application;
import com.atlassian.crowd.model.application.ApplicationType;
import com.atlassian.crowd.model.directory.ImmutableDirectory;
import com.atlassian.crowd.model.group.GroupTemplateWithAttributes;
import com.atlassian.crowd.model.group.GroupType;
import com.atlassian.crowd.model.user.User;
import com.atlassian.crowd.model.user.UserTemplate;
import com.atlassian.crowd.model.user.UserTemplateWithAttributes;
import com.atlassian.crowd.model.user.UserTemplateWithCredentialAndAttributes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Creating, updating, deleting, passwords, many at once. */
abstract class LifecycleFacts extends Facts {
  LifecycleFacts(CrowdStandIn crowd) {
    super(crowd);
  }

  @Test
  void addUserStoresAndReturnsTheAttributes() throws Exception {
    UserTemplateWithAttributes user = template("ada");
    user.setAttribute("colour", Set.of("red", "blue"));
    Map<String, Set<String>> expected = Map.of("colour", Set.of("red", "blue"));
    var added = manager.addUser(id, user, PasswordCredential.NONE);
    assertEquals(expected, AttributeFacts.all(added));
    assertEquals(expected, AttributeFacts.all(manager.findUserWithAttributesByName(id, "ada")));
  }

  @Test
  void addGroupDoesNotStoreAttributes() throws Exception {
    GroupTemplateWithAttributes group =
        new GroupTemplateWithAttributes("staff", id, GroupType.GROUP);
    group.setAttribute("colour", "red");
    manager.addGroup(id, group);
    assertEquals(Set.of(), manager.findGroupWithAttributesByName(id, "staff").getKeys());
  }

  @Test
  void nobodyLogsInWithoutAPassword() throws Exception {
    addUser("none");
    manager.addUser(id, template("null"), null);
    assertThrows(InvalidAuthenticationException.class, () -> logIn("none", "X"));
    assertThrows(InvalidAuthenticationException.class, () -> logIn("null", ""));
  }

  @Test
  void inactiveUserKeepsMembershipsAndCanNotLogIn() throws Exception {
    manager.addUser(id, template("ada"), PasswordCredential.unencrypted("secret"));
    addGroup("staff");
    manager.addUserToGroup(id, "ada", "staff");
    assertEquals("ada", logIn("ADA", "secret").getName());
    UserTemplate user = new UserTemplate(manager.findUserByName(id, "ada"));
    user.setActive(false);
    manager.updateUser(id, user);
    assertThrows(InactiveAccountException.class, () -> logIn("ada", "secret"));
    assertEquals(true, manager.isUserDirectGroupMember(id, "ada", "staff"));
  }

  @Test
  void passwordRulesOfTheDirectoryAreKept() throws Exception {
    manager.updateDirectory(
        ImmutableDirectory.builder(directory)
            .setAttribute("password_minimum_length", "8")
            .setAttribute("password_regex", "[0-9]")
            .setAttribute("password_complexity_message", "eight with a digit")
            .build());
    InvalidCredentialException refused =
        assertThrows(
            InvalidCredentialException.class,
            () -> manager.addUser(id, template("ada"), PasswordCredential.unencrypted("abcdefgh")));
    assertEquals("eight with a digit", refused.getPolicyDescription());
    assertThrows(
        InvalidCredentialException.class,
        () -> manager.addUser(id, template("ada"), PasswordCredential.unencrypted("1234567")));
    assertThrows(
        InvalidCredentialException.class,
        () -> manager.addUser(id, template("ada"), PasswordCredential.unencrypted(" ")));
    manager.addUser(id, template("ada"), PasswordCredential.unencrypted("12345678"));
    manager.addUser(id, template("eve"), PasswordCredential.NONE);
  }

  @Test
  void changedPasswordIsMarkedAndWorks() throws Exception {
    addUser("ada");
    manager.updateUserCredential(id, "ada", PasswordCredential.unencrypted("new"));
    assertEquals("ada", logIn("ada", "new").getName());
    var keys = manager.findUserWithAttributesByName(id, "ada").getKeys();
    assertTrue(keys.contains("passwordLastChanged"), keys.toString());
    assertThrows(
        IllegalArgumentException.class, () -> manager.updateUserCredential(id, "ada", null));
  }

  @Test
  void membershipsAndAttributesGoWithTheUser() throws Exception {
    UserTemplateWithAttributes user = template("ada");
    user.setAttribute("colour", "red");
    manager.addUser(id, user, PasswordCredential.NONE);
    addGroup("staff");
    manager.addUserToGroup(id, "ada", "staff");
    manager.removeUser(id, "ADA");
    addUser("ada");
    assertEquals(Set.of(), manager.findUserWithAttributesByName(id, "ada").getKeys());
    assertThrows(
        MembershipNotFoundException.class, () -> manager.removeUserFromGroup(id, "ada", "staff"));
  }

  @Test
  void membershipsAndApplicationMappingsGoWithTheGroup() throws Exception {
    allowNesting();
    Application application = addApplication();
    addUser("ada");
    addGroups("staff", "all");
    manager.addUserToGroup(id, "ada", "staff");
    manager.addGroupToGroup(id, "staff", "all");
    applications.addDirectoryMapping(application, directory, false);
    applications.addGroupMapping(application, directory, "Staff");
    manager.removeGroup(id, "staff");
    addGroup("staff");
    assertEquals(false, manager.isUserDirectGroupMember(id, "ada", "staff"));
    assertEquals(false, manager.isGroupDirectGroupMember(id, "staff", "all"));
    assertEquals(Set.of(), mappedGroups(application));
  }

  @Test
  void addAllUsersToGroupTellsExistingAndFailedNames() throws Exception {
    addUsers("ada", "grace");
    addGroup("staff");
    manager.addUserToGroup(id, "ada", "staff");
    BulkAddResult<String> result =
        manager.addAllUsersToGroup(id, List.of("ada", "grace", "eve"), "staff");
    assertEquals(
        List.of(List.of("ada"), List.of("eve"), 1L),
        List.of(
            List.copyOf(result.getExistingEntities()),
            List.copyOf(result.getFailedEntities()),
            result.getAddedSuccessfully()));
    assertEquals(true, manager.isUserDirectGroupMember(id, "grace", "staff"));
  }

  @Test
  void addAllUsersWithOverwriteLosesMemberships() throws Exception {
    addUser("ada");
    addGroup("staff");
    manager.addUserToGroup(id, "ada", "staff");
    manager.addAllUsers(id, List.of(withNoPassword("ada"), withNoPassword("eve")), false);
    assertEquals(true, manager.isUserDirectGroupMember(id, "ada", "staff"));
    manager.addAllUsers(id, List.of(withNoPassword("ada")), true);
    assertEquals(false, manager.isUserDirectGroupMember(id, "ada", "staff"));
    assertEquals("eve", manager.findUserByName(id, "eve").getName());
  }

  private UserTemplateWithCredentialAndAttributes withNoPassword(String name) {
    return new UserTemplateWithCredentialAndAttributes(template(name), PasswordCredential.NONE);
  }

  private User logIn(String name, String password) throws Exception {
    return manager.authenticateUser(id, name, PasswordCredential.unencrypted(password));
  }

  private Application addApplication() throws Exception {
    return applications.add(
        StoredApplication.fresh(
            "app " + UUID.randomUUID(), ApplicationType.CONFLUENCE, "", PasswordCredential.NONE));
  }

  private Set<String> mappedGroups(Application application) throws Exception {
    return applications
        .findById(application.getId())
        .getApplicationDirectoryMapping(id)
        .getAuthorisedGroupNames();
  }
}
