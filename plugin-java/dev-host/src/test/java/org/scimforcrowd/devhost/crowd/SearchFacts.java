package org.scimforcrowd.devhost.crowd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.embedded.api.SearchRestriction;
import com.atlassian.crowd.model.TimestampedEntity;
import com.atlassian.crowd.model.group.Group;
import com.atlassian.crowd.model.group.GroupTemplate;
import com.atlassian.crowd.model.group.GroupWithAttributes;
import com.atlassian.crowd.model.group.InternalDirectoryGroup;
import com.atlassian.crowd.model.user.TimestampedUser;
import com.atlassian.crowd.model.user.User;
import com.atlassian.crowd.model.user.UserTemplateWithAttributes;
import com.atlassian.crowd.model.user.UserWithAttributes;
import com.atlassian.crowd.search.EntityDescriptor;
import com.atlassian.crowd.search.builder.Combine;
import com.atlassian.crowd.search.builder.QueryBuilder;
import com.atlassian.crowd.search.builder.Restriction;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import com.atlassian.crowd.search.query.entity.restriction.Property;
import com.atlassian.crowd.search.query.entity.restriction.PropertyUtils;
import com.atlassian.crowd.search.query.entity.restriction.constants.GroupTermKeys;
import com.atlassian.crowd.search.query.entity.restriction.constants.UserTermKeys;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Searching users and groups. */
abstract class SearchFacts extends Facts {
  private static final Property<String> COLOUR = PropertyUtils.ofTypeString("colour");

  SearchFacts(CrowdStandIn crowd) {
    super(crowd);
  }

  @Test
  void resultsAreInTheOrderOfLowerCasedNames() throws Exception {
    addUsers("bob", "Ada", "Cleo");
    addGroups("y", "X");
    assertEquals(List.of("Ada", "bob", "Cleo"), names(QueryBuilder.NULL_RESTRICTION));
    assertEquals(List.of("X", "y"), groupNames(QueryBuilder.NULL_RESTRICTION));
  }

  @Test
  void pageBeginsAtZeroAndHasAtLeastOne() throws Exception {
    addUsers("a", "b", "c", "d");
    assertEquals(List.of("b", "c"), page(1, 2));
    assertEquals(List.of("d"), page(3, 2));
    assertEquals(List.of(), page(4, 2));
    assertEquals(List.of("c", "d"), page(2, EntityQuery.ALL_RESULTS));
    assertThrows(IllegalArgumentException.class, () -> page(0, 0));
    assertThrows(IllegalArgumentException.class, () -> page(-1, 1));
  }

  @Test
  void eachFieldOfAUserIsSearchedWhateverTheCase() throws Exception {
    addUser("ada");
    UserTemplateWithAttributes bob = template("Bob");
    bob.setFirstName("Robert");
    bob.setLastName("Builder");
    bob.setDisplayName("Bob the Builder");
    bob.setActive(false);
    manager.addUser(id, bob, PasswordCredential.NONE);
    List<SearchRestriction> all =
        List.of(
            Restriction.on(UserTermKeys.USERNAME).exactlyMatching("BOB"),
            Restriction.on(UserTermKeys.EMAIL).exactlyMatching("bob@EXAMPLE.com"),
            Restriction.on(UserTermKeys.FIRST_NAME).startingWith("ROB"),
            Restriction.on(UserTermKeys.LAST_NAME).endingWith("DER"),
            Restriction.on(UserTermKeys.DISPLAY_NAME).containing(" THE "),
            Restriction.on(UserTermKeys.ACTIVE).exactlyMatching(false),
            Restriction.on(UserTermKeys.USERNAME).greaterThan("ADA"),
            Restriction.on(UserTermKeys.USERNAME).greaterThanOrEqual("BOB"));
    for (SearchRestriction restriction : all) {
      assertEquals(List.of("Bob"), names(restriction));
    }
    assertEquals(List.of("ada"), names(Restriction.on(UserTermKeys.USERNAME).lessThan("BOB")));
    assertEquals(
        List.of("ada", "Bob"), names(Restriction.on(UserTermKeys.USERNAME).lessThanOrEqual("BOB")));
  }

  @Test
  void externalIdIsSearchedInItsCase() throws Exception {
    String externalId = addUser("ada").getExternalId();
    assertEquals(
        List.of("ada"),
        names(Restriction.on(UserTermKeys.EXTERNAL_ID).exactlyMatching(externalId)));
    assertEquals(
        List.of(),
        names(Restriction.on(UserTermKeys.EXTERNAL_ID).exactlyMatching(externalId.toUpperCase())));
  }

  @Test
  void descriptionOfAGroupIsSearchedInItsCase() throws Exception {
    GroupTemplate group = new GroupTemplate("staff", id);
    group.setDescription("All of us");
    manager.addGroup(id, group);
    assertEquals(
        List.of("staff"), groupNames(Restriction.on(GroupTermKeys.DESCRIPTION).containing("All")));
    assertEquals(
        List.of(), groupNames(Restriction.on(GroupTermKeys.DESCRIPTION).containing("all")));
  }

  @Test
  void datesAreSearched() throws Exception {
    addUser("ada");
    Date created = updated("ada");
    addUser("bob");
    assertEquals(
        List.of("bob"), names(Restriction.on(UserTermKeys.CREATED_DATE).greaterThan(created)));
    assertEquals(
        List.of("ada", "bob"),
        names(Restriction.on(UserTermKeys.UPDATED_DATE).greaterThanOrEqual(created)));
  }

  @Test
  void attributesAreSearchedWhateverTheCaseOfTheValue() throws Exception {
    addUsers("ada", "bob", "cleo");
    manager.storeUserAttributes(id, "ada", Map.of("colour", Set.of("Red", "Green")));
    manager.storeUserAttributes(id, "bob", Map.of("colour", Set.of("Blue")));
    assertEquals(List.of("ada"), names(Restriction.on(COLOUR).exactlyMatching("GREEN")));
    assertEquals(List.of("bob"), names(Restriction.on(COLOUR).startingWith("bl")));
    assertEquals(List.of("ada", "bob"), names(Restriction.on(COLOUR).containing("E")));
    assertEquals(List.of("cleo"), names(Restriction.on(COLOUR).isNull()));
    assertEquals(
        List.of("bob"),
        names(
            Combine.allOf(
                Restriction.on(COLOUR).containing("e"),
                Restriction.on(UserTermKeys.USERNAME).exactlyMatching("BOB"))));
    addGroup("staff");
    manager.storeGroupAttributes(id, "staff", Map.of("colour", Set.of("Red")));
    assertEquals(List.of("staff"), groupNames(Restriction.on(COLOUR).exactlyMatching("red")));
  }

  @Test
  void attributesOfAnotherDirectoryAreNotFound() throws Exception {
    addUser("ada");
    manager.storeUserAttributes(id, "ada", Map.of("colour", Set.of("red")));
    makeDirectory();
    assertEquals(List.of(), names(Restriction.on(COLOUR).exactlyMatching("red")));
  }

  @Test
  void wildcardsInAValueAreNotEscaped() throws Exception {
    addUsers("a_b", "axb", "a%b", "ab");
    assertEquals(
        List.of("a%b", "a_b", "axb"),
        sorted(names(Restriction.on(UserTermKeys.USERNAME).startingWith("a_b"))));
    assertEquals(
        List.of("a%b", "a_b", "ab", "axb"),
        sorted(names(Restriction.on(UserTermKeys.USERNAME).containing("a%b"))));
    assertEquals(
        List.of("a_b"), names(Restriction.on(UserTermKeys.USERNAME).exactlyMatching("a_b")));
  }

  @Test
  void restrictionsAreCombinedToAnyDepth() throws Exception {
    addUsers("ada", "bob", "cleo");
    SearchRestriction one =
        Combine.anyOf(
            Restriction.on(UserTermKeys.USERNAME).exactlyMatching("ada"),
            Combine.allOf(
                Restriction.on(UserTermKeys.ACTIVE).exactlyMatching(true),
                Combine.anyOf(
                    Restriction.on(UserTermKeys.USERNAME).startingWith("c"),
                    Restriction.on(UserTermKeys.EMAIL).startingWith("none"))));
    assertEquals(List.of("ada", "cleo"), names(one));
    assertEquals(List.of("ada", "cleo"), names(Combine.allOf(one, QueryBuilder.NULL_RESTRICTION)));
  }

  @Test
  void anOrOfMoreThanAThousandTermsIsAnswered() throws Exception {
    addUser("name7");
    List<String> many = IntStream.range(0, 1500).mapToObj(i -> "name" + i).toList();
    assertEquals(
        List.of("name7"), names(Restriction.on(UserTermKeys.USERNAME).exactlyMatchingAny(many)));
  }

  @Test
  void usersComeAsNamesObjectsOrObjectsWithAttributesAllWithDates() throws Exception {
    addUser("ada");
    manager.storeUserAttributes(id, "ada", Map.of("colour", Set.of("red")));
    User plain = search(User.class).get(0);
    UserWithAttributes rich = search(UserWithAttributes.class).get(0);
    assertEquals(Set.of("red"), rich.getValues("colour"));
    assertEquals(
        ((TimestampedUser) plain).getUpdatedDate(), ((TimestampedUser) rich).getUpdatedDate());
    assertEquals(List.of("ada"), search(String.class));
    assertEquals(plain, rich);
    assertThrows(IllegalArgumentException.class, () -> search(Integer.class));
  }

  @Test
  void groupsComeAsNamesObjectsOrObjectsWithAttributesAllWithDates() throws Exception {
    addGroup("staff");
    manager.storeGroupAttributes(id, "staff", Map.of("colour", Set.of("red")));
    Group plain = searchGroups(Group.class).get(0);
    InternalDirectoryGroup internal = searchGroups(InternalDirectoryGroup.class).get(0);
    GroupWithAttributes rich = searchGroups(GroupWithAttributes.class).get(0);
    assertEquals(Set.of("red"), rich.getValues("colour"));
    assertEquals(internal.getUpdatedDate(), ((TimestampedEntity) rich).getUpdatedDate());
    assertEquals(internal.getUpdatedDate(), ((TimestampedEntity) plain).getUpdatedDate());
  }

  private List<String> names(SearchRestriction restriction) throws Exception {
    return manager.searchUsers(
        id,
        QueryBuilder.queryFor(String.class, EntityDescriptor.user())
            .with(restriction)
            .returningAtMost(EntityQuery.ALL_RESULTS));
  }

  private List<String> groupNames(SearchRestriction restriction) throws Exception {
    return manager.searchGroups(
        id,
        QueryBuilder.queryFor(String.class, EntityDescriptor.group())
            .with(restriction)
            .returningAtMost(EntityQuery.ALL_RESULTS));
  }

  private List<String> page(int start, int count) throws Exception {
    return manager.searchUsers(
        id,
        QueryBuilder.queryFor(String.class, EntityDescriptor.user())
            .startingAt(start)
            .returningAtMost(count));
  }

  private <T> List<T> search(Class<T> type) throws Exception {
    return manager.searchUsers(
        id, QueryBuilder.queryFor(type, EntityDescriptor.user()).returningAtMost(10));
  }

  private <T> List<T> searchGroups(Class<T> type) throws Exception {
    return manager.searchGroups(
        id, QueryBuilder.queryFor(type, EntityDescriptor.group()).returningAtMost(10));
  }
}
