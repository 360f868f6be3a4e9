package org.scimforcrowd.devhost.crowd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.exception.InvalidGroupException;
import com.atlassian.crowd.exception.InvalidUserException;
import com.atlassian.crowd.exception.UserNotFoundException;
import com.atlassian.crowd.model.group.GroupTemplate;
import com.atlassian.crowd.model.user.User;
import com.atlassian.crowd.model.user.UserTemplate;
import com.atlassian.crowd.model.user.UserTemplateWithAttributes;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, and what is cut. */
abstract class NameFacts extends Facts {
  NameFacts(CrowdStandIn crowd) {
    super(crowd);
  }

  @Test
  void lookUpIgnoresCaseAndDisplayKeepsIt() throws Exception {
    addUser("Ada");
    addGroup("Staff");
    assertEquals("Ada", manager.findUserByName(id, "aDA").getName());
    assertEquals("Staff", manager.findGroupByName(id, "sTAFF").getName());
  }

  @Test
  void renameOfCaseOnlyIsAllowed() throws Exception {
    addUser("ada");
    addGroup("staff");
    assertEquals("ADA", manager.renameUser(id, "ada", "ADA").getName());
    assertEquals("STAFF", manager.renameGroup(id, "staff", "STAFF").getName());
  }

  @Test
  void sameNameIsFreeInAnotherDirectory() throws Exception {
    addUser("ada");
    makeDirectory();
    assertEquals("ada", addUser("ada").getName());
  }

  @ParameterizedTest
  @ValueSource(strings = {" ada", "ada ", "\tada", "ada\u2003"})
  void whiteSpaceAroundANameIsRefusedOnAddAndRename(String name) throws Exception {
    addUser("grace");
    addGroup("staff");
    assertThrows(InvalidUserException.class, () -> addUser(name));
    assertThrows(InvalidUserException.class, () -> manager.renameUser(id, "grace", name));
    assertThrows(InvalidGroupException.class, () -> addGroup(name));
    assertThrows(InvalidGroupException.class, () -> manager.renameGroup(id, "staff", name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void blankNameIsAnIllegalArgument(String name) throws Exception {
    addUser("grace");
    addGroup("staff");
    assertThrows(IllegalArgumentException.class, () -> addUser(name));
    assertThrows(IllegalArgumentException.class, () -> manager.renameUser(id, "grace", name));
    assertThrows(IllegalArgumentException.class, () -> addGroup(name));
    assertThrows(IllegalArgumentException.class, () -> manager.renameGroup(id, "staff", name));
  }

  @Test
  void namesHave255CharactersAtMost() throws Exception {
    assertEquals(letters(255), addUser(letters(255)).getName());
    assertEquals(letters(255), addGroup(letters(255)).getName());
    assertThrows(InvalidUserException.class, () -> addUser(letters(256)));
    assertThrows(InvalidGroupException.class, () -> addGroup(letters(256)));
  }

  @Test
  void otherValuesAreSilentlyCutTo255WithThreeDots() throws Exception {
    UserTemplateWithAttributes user = template("ada");
    user.setEmailAddress(letters(256));
    user.setFirstName(letters(256));
    user.setLastName(letters(256));
    user.setDisplayName(letters(256));
    user.setAttribute("note", letters(256));
    manager.addUser(id, user, PasswordCredential.NONE);
    GroupTemplate group = new GroupTemplate("staff", id);
    group.setDescription(letters(256));
    String cut = letters(252) + "...";
    User stored = manager.findUserByName(id, "ada");
    assertEquals(
        List.of(cut, cut, cut, cut),
        List.of(
            stored.getEmailAddress(),
            stored.getFirstName(),
            stored.getLastName(),
            stored.getDisplayName()));
    assertEquals(Set.of(cut), manager.findUserWithAttributesByName(id, "ada").getValues("note"));
    assertEquals(cut, manager.addGroup(id, group).getDescription());
  }

  @Test
  void exactly255CharactersAreKept() throws Exception {
    UserTemplateWithAttributes user = template("ada");
    user.setDisplayName(letters(255));
    user.setAttribute("note", letters(255));
    assertEquals(letters(255), manager.addUser(id, user, PasswordCredential.NONE).getDisplayName());
    assertEquals(letters(255), manager.findUserWithAttributesByName(id, "ada").getValue("note"));
  }

  @ParameterizedTest
  @CsvSource({
    "'','','', '','ada','ada'",
    "'','','Ada Lovelace', Ada,Lovelace,Ada Lovelace",
    "Ada,Lovelace,'', Ada,Lovelace,Ada Lovelace",
    "Ada,'','', Ada,Ada,Ada",
    "'',Lovelace,'', '',Lovelace,Lovelace",
  })
  void missingNamesAreFilledIn(
      String first, String last, String display, String first2, String last2, String display2)
      throws Exception {
    UserTemplateWithAttributes user = template("ada");
    user.setFirstName(first.isEmpty() ? null : first);
    user.setLastName(last);
    user.setDisplayName(display);
    User stored = manager.addUser(id, user, PasswordCredential.NONE);
    assertEquals(
        List.of(first2, last2, display2),
        List.of(stored.getFirstName(), stored.getLastName(), stored.getDisplayName()));
  }

  @Test
  void updateUserDoesNotRename() throws Exception {
    addUser("Ada");
    UserTemplate user = template("ADA");
    user.setDisplayName("Countess");
    assertEquals("Ada", manager.updateUser(id, user).getName());
    assertThrows(
        UserNotFoundException.class, () -> manager.updateUser(id, new UserTemplate("eve", id)));
  }

  @Test
  void updateGroupWantsTheNameInItsCase() throws Exception {
    addGroup("Staff");
    assertThrows(
        InvalidGroupException.class, () -> manager.updateGroup(id, new GroupTemplate("staff", id)));
  }

  @Test
  void membershipsFollowARename() throws Exception {
    addUser("ada");
    addGroup("staff");
    manager.addUserToGroup(id, "ada", "staff");
    manager.renameGroup(id, "staff", "crew");
    manager.renameUser(id, "ada", "grace");
    assertEquals(true, manager.isUserDirectGroupMember(id, "GRACE", "CREW"));
    assertEquals(false, manager.isUserDirectGroupMember(id, "ada", "crew"));
  }
}
