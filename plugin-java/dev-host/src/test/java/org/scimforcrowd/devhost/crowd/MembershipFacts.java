package org.scimforcrowd.devhost.crowd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.model.group.Group;
import com.atlassian.crowd.model.user.User;
import com.atlassian.crowd.model.user.UserTemplateWithAttributes;
import com.atlassian.crowd.search.EntityDescriptor;
import com.atlassian.crowd.search.builder.QueryBuilder;
import com.atlassian.crowd.search.builder.Restriction;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import com.atlassian.crowd.search.query.entity.restriction.constants.UserTermKeys;
import com.atlassian.crowd.util.BoundedCount;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Searching along memberships: ada, bob and cleo in staff, bob in crew, crew in staff. */
abstract class MembershipFacts extends Facts {
  MembershipFacts(CrowdStandIn crowd) {
    super(crowd);
  }

  @BeforeEach
  void makeMemberships() throws Exception {
    allowNesting();
    addUsers("cleo", "Bob", "ada", "dave");
    addGroups("staff", "Crew");
    for (String name : List.of("cleo", "bob", "ada")) {
      manager.addUserToGroup(id, name, "staff");
    }
    manager.addUserToGroup(id, "bob", "crew");
    manager.addGroupToGroup(id, "crew", "staff");
  }

  @Test
  void membersOfAGroupInTheOrderOfTheirNames() throws Exception {
    assertEquals(List.of("ada", "Bob", "cleo"), members("STAFF", 0, EntityQuery.ALL_RESULTS));
  }

  @Test
  void pageOfMembersBeginsAtZero() throws Exception {
    assertEquals(List.of("Bob"), members("staff", 1, 1));
    assertEquals(List.of("cleo"), members("staff", 2, 10));
  }

  @Test
  void groupsOfAUser() throws Exception {
    assertEquals(
        List.of("Crew", "staff"),
        manager.searchDirectGroupRelationships(
            id,
            QueryBuilder.queryFor(String.class, EntityDescriptor.group())
                .parentsOf(EntityDescriptor.user())
                .withName("BOB")
                .returningAtMost(EntityQuery.ALL_RESULTS)));
  }

  @Test
  void groupsInAGroupAndGroupsAroundIt() throws Exception {
    var groups = QueryBuilder.queryFor(Group.class, EntityDescriptor.group());
    List<Group> children =
        manager.searchDirectGroupRelationships(
            id, groups.childrenOf(EntityDescriptor.group()).withName("staff").returningAtMost(9));
    List<Group> parents =
        manager.searchDirectGroupRelationships(
            id, groups.parentsOf(EntityDescriptor.group()).withName("crew").returningAtMost(9));
    assertEquals(List.of(manager.findGroupByName(id, "crew")), children);
    assertEquals(List.of(manager.findGroupByName(id, "staff")), parents);
  }

  @Test
  void membersOfSeveralGroupsComeOnceEach() throws Exception {
    assertEquals(
        List.of("ada", "Bob", "cleo"),
        manager.searchDirectGroupRelationships(
            id,
            QueryBuilder.queryFor(String.class, EntityDescriptor.user())
                .childrenOf(EntityDescriptor.group())
                .withNames("staff", "crew")
                .returningAtMost(EntityQuery.ALL_RESULTS)));
  }

  @Test
  void membersAreSearchedWithARestriction() throws Exception {
    UserTemplateWithAttributes eve = template("eve");
    eve.setActive(false);
    manager.addUser(id, eve, PasswordCredential.NONE);
    manager.addUserToGroup(id, "eve", "crew");
    List<User> inactive =
        manager.searchDirectGroupRelationships(
            id,
            QueryBuilder.queryFor(User.class, EntityDescriptor.user())
                .with(Restriction.on(UserTermKeys.ACTIVE).exactlyMatching(false))
                .childrenOf(EntityDescriptor.group())
                .withName("crew")
                .returningAtMost(5));
    assertEquals(List.of("eve"), inactive.stream().map(User::getName).toList());
  }

  @Test
  void unknownNamesHaveNoMembers() throws Exception {
    assertEquals(List.of(), members("none", 0, EntityQuery.ALL_RESULTS));
    assertEquals(false, manager.isUserDirectGroupMember(id, "ada", "none"));
  }

  @Test
  void nestedMembersAreFoundWithoutEndInACycle() throws Exception {
    manager.addGroupToGroup(id, "staff", "crew");
    manager.addUserToGroup(id, "dave", "crew");
    assertEquals(false, manager.isUserDirectGroupMember(id, "dave", "staff"));
    assertEquals(true, manager.isUserNestedGroupMember(id, "dave", "staff"));
    assertEquals(
        List.of("ada", "Bob", "cleo", "dave"),
        manager.searchNestedGroupRelationships(
            id,
            QueryBuilder.queryFor(String.class, EntityDescriptor.user())
                .childrenOf(EntityDescriptor.group())
                .withName("staff")
                .returningAtMost(EntityQuery.ALL_RESULTS)));
    assertEquals(
        List.of("Crew", "staff"),
        manager.searchNestedGroupRelationships(
            id,
            QueryBuilder.queryFor(String.class, EntityDescriptor.group())
                .parentsOf(EntityDescriptor.user())
                .withName("dave")
                .returningAtMost(EntityQuery.ALL_RESULTS)));
  }

  @Test
  void directMembersAreCountedUpToALimit() throws Exception {
    assertEquals(BoundedCount.exactly(4), manager.countDirectMembersOfGroup(id, "staff", 10));
    assertEquals(BoundedCount.atLeast(2), manager.countDirectMembersOfGroup(id, "staff", 2));
  }

  private List<String> members(String group, int start, int count) throws Exception {
    return manager.searchDirectGroupRelationships(
        id,
        QueryBuilder.queryFor(String.class, EntityDescriptor.user())
            .childrenOf(EntityDescriptor.group())
            .withName(group)
            .startingAt(start)
            .returningAtMost(count));
  }
}
