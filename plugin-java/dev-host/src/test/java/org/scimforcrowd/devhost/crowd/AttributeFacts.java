package org.scimforcrowd.devhost.crowd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.atlassian.crowd.embedded.api.Attributes;
import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.exception.OperationFailedException;
import com.atlassian.crowd.model.TimestampedEntity;
import com.atlassian.crowd.model.user.UserTemplateWithAttributes;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Attributes and dates. */
abstract class AttributeFacts extends Facts {
  AttributeFacts(CrowdStandIn crowd) {
    super(crowd);
  }

  static Map<String, Set<String>> all(Attributes attributes) {
    Map<String, Set<String>> result = new HashMap<>();
    attributes.getKeys().forEach(key -> result.put(key, attributes.getValues(key)));
    return result;
  }

  @Test
  void storingReplacesTheNamedAttributesOnly() throws Exception {
    addUser("ada");
    manager.storeUserAttributes(id, "ada", Map.of("a", Set.of("1", "2"), "b", Set.of("3")));
    manager.storeUserAttributes(id, "ADA", Map.of("a", Set.of("2", "4")));
    assertEquals(
        Map.of("a", Set.of("2", "4"), "b", Set.of("3")),
        all(manager.findUserWithAttributesByName(id, "ada")));
  }

  @Test
  void groupAttributesAreStoredAndRemovedInTheSameWay() throws Exception {
    addGroup("staff");
    manager.storeGroupAttributes(id, "staff", Map.of("a", Set.of("1"), "b", Set.of("2")));
    manager.storeGroupAttributes(id, "STAFF", Map.of("a", Set.of("3")));
    manager.removeGroupAttributes(id, "staff", "b");
    assertEquals(Map.of("a", Set.of("3")), all(manager.findGroupWithAttributesByName(id, "staff")));
  }

  @Test
  void attributeNamesAreCaseSensitive() throws Exception {
    addUser("ada");
    manager.storeUserAttributes(id, "ada", Map.of("a", Set.of("1"), "A", Set.of("2")));
    manager.removeUserAttributes(id, "ada", "a");
    assertEquals(Map.of("A", Set.of("2")), all(manager.findUserWithAttributesByName(id, "ada")));
  }

  @Test
  void removingAnAttributeThatIsNotThereIsFine() throws Exception {
    addUser("ada");
    manager.removeUserAttributes(id, "ada", "none");
  }

  @Test
  void valuesThatDifferOnlyInCaseDoNotFitBesideEachOther() throws Exception {
    addUser("ada");
    assertThrows(
        OperationFailedException.class,
        () -> manager.storeUserAttributes(id, "ada", Map.of("a", Set.of("red", "RED"))));
    UserTemplateWithAttributes eve = template("eve");
    eve.setAttribute("a", Set.of("red", "RED"));
    assertThrows(DatabaseException.class, () -> manager.addUser(id, eve, PasswordCredential.NONE));
  }

  @Test
  void attributeNamesOver255CharactersFail() throws Exception {
    addUser("ada");
    addGroup("staff");
    assertThrows(
        OperationFailedException.class,
        () -> manager.storeUserAttributes(id, "ada", Map.of(letters(256), Set.of("1"))));
    assertThrows(
        IllegalArgumentException.class,
        () -> manager.storeGroupAttributes(id, "staff", Map.of(letters(256), Set.of("1"))));
  }

  @Test
  void updatedDateOfAUserMovesWithAttributesAndLoginButNotWithLastActive() throws Exception {
    manager.addUser(id, template("ada"), PasswordCredential.unencrypted("secret"));
    Date first = updated("ada");
    manager.storeUserAttributes(id, "ada", Map.of("lastActive", Set.of("1")));
    assertEquals(first, updated("ada"));
    manager.storeUserAttributes(id, "ada", Map.of("a", Set.of("1")));
    Date second = updated("ada");
    assertTrue(second.after(first));
    manager.authenticateUser(id, "ada", PasswordCredential.unencrypted("secret"));
    assertTrue(updated("ada").after(second));
  }

  @Test
  void createdDateStays() throws Exception {
    addUser("ada");
    Date created = ((TimestampedEntity) manager.findUserByName(id, "ada")).getCreatedDate();
    manager.updateUser(id, template("ada"));
    manager.renameUser(id, "ada", "grace");
    assertEquals(
        created, ((TimestampedEntity) manager.findUserByName(id, "grace")).getCreatedDate());
  }

  @Test
  void groupFoundWithAttributesCarriesNoDates() throws Exception {
    addGroup("staff");
    assertEquals(true, manager.findGroupByName(id, "staff") instanceof TimestampedEntity);
    assertEquals(
        false, manager.findGroupWithAttributesByName(id, "staff") instanceof TimestampedEntity);
  }
}
