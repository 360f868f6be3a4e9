package org.scimforcrowd.devhost.crowd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.exception.InvalidUserException;
import com.atlassian.crowd.exception.UserNotFoundException;
import com.atlassian.crowd.model.group.Group;
import com.atlassian.crowd.model.group.GroupTemplate;
import com.atlassian.crowd.model.user.UserTemplate;
import com.atlassian.crowd.model.user.UserTemplateWithAttributes;
import com.atlassian.crowd.search.EntityDescriptor;
import com.atlassian.crowd.search.builder.QueryBuilder;
import com.atlassian.crowd.search.builder.Restriction;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import com.atlassian.crowd.search.query.entity.restriction.constants.GroupTermKeys;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** External ids. */
abstract class IdentityFacts extends Facts {
  IdentityFacts(CrowdStandIn crowd) {
    super(crowd);
  }

  @Test
  void addUserMakesAUuidAsExternalId() throws Exception {
    String externalId = addUser("ada").getExternalId();
    assertEquals(externalId, UUID.fromString(externalId).toString());
  }

  @Test
  void addUserRefusesAnExternalIdOfTheCaller() {
    UserTemplateWithAttributes user = template("ada");
    user.setExternalId("mine");
    assertThrows(
        InvalidUserException.class, () -> manager.addUser(id, user, PasswordCredential.NONE));
  }

  @Test
  void updateUserRefusesAChangedExternalId() throws Exception {
    addUser("ada");
    UserTemplate user = template("ada");
    user.setExternalId("other");
    assertThrows(InvalidUserException.class, () -> manager.updateUser(id, user));
  }

  @Test
  void externalIdSurvivesARename() throws Exception {
    String externalId = addUser("ada").getExternalId();
    manager.renameUser(id, "ada", "grace");
    assertEquals("grace", manager.findUserByExternalId(id, externalId).getName());
  }

  @Test
  void userIsFoundByExternalIdOnlyInItsCase() throws Exception {
    String externalId = addUser("ada").getExternalId();
    assertEquals("ada", manager.findUserWithAttributesByExternalId(id, externalId).getName());
    assertThrows(
        UserNotFoundException.class,
        () -> manager.findUserByExternalId(id, externalId.toUpperCase()));
  }

  @Test
  void groupHasNoExternalIdOfItsOwn() throws Exception {
    assertNull(addGroup("staff").getExternalId());
  }

  @Test
  void addGroupHonoursTheExternalIdAndGroupsAreSearchedByIt() throws Exception {
    GroupTemplate group = new GroupTemplate("staff", id);
    group.setExternalId("G-1");
    manager.addGroup(id, group);
    assertEquals(List.of("staff"), groupsOfExternalId("G-1"));
    assertEquals(List.of(), groupsOfExternalId("g-1"));
  }

  @Test
  void updateGroupOverwritesExternalIdDescriptionAndActive() throws Exception {
    GroupTemplate group = new GroupTemplate("staff", id);
    group.setExternalId("G-1");
    group.setDescription("All of us");
    manager.addGroup(id, group);
    GroupTemplate empty = new GroupTemplate("staff", id);
    empty.setActive(false);
    empty.setDescription(null);
    Group stored = manager.updateGroup(id, empty);
    assertNull(stored.getExternalId());
    assertNull(stored.getDescription());
    assertEquals(false, stored.isActive());
  }

  @Test
  void updateOfACopyKeepsExternalIdAndDescription() throws Exception {
    GroupTemplate group = new GroupTemplate("staff", id);
    group.setExternalId("G-1");
    group.setDescription("All of us");
    manager.addGroup(id, group);
    Group stored = manager.updateGroup(id, new GroupTemplate(manager.findGroupByName(id, "staff")));
    assertEquals("G-1", stored.getExternalId());
    assertEquals("All of us", stored.getDescription());
  }

  @Test
  void externalIdsOfGroupsNeedNotBeUnique() throws Exception {
    for (String name : List.of("one", "two")) {
      GroupTemplate group = new GroupTemplate(name, id);
      group.setExternalId("same");
      manager.addGroup(id, group);
    }
    assertEquals(List.of("one", "two"), groupsOfExternalId("same"));
  }

  private List<String> groupsOfExternalId(String externalId) throws Exception {
    return manager.searchGroups(
        id,
        QueryBuilder.queryFor(String.class, EntityDescriptor.group())
            .with(Restriction.on(GroupTermKeys.EXTERNAL_ID).exactlyMatching(externalId))
            .returningAtMost(EntityQuery.ALL_RESULTS));
  }
}
