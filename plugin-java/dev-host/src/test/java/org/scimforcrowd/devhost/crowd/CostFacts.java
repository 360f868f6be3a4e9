package org.scimforcrowd.devhost.crowd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.model.user.UserTemplateWithCredentialAndAttributes;
import com.atlassian.crowd.model.user.UserWithAttributes;
import com.atlassian.crowd.search.EntityDescriptor;
import com.atlassian.crowd.search.builder.QueryBuilder;
import com.atlassian.crowd.search.builder.Restriction;
import com.atlassian.crowd.search.query.entity.restriction.constants.UserTermKeys;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What a call costs the database does not grow with the directory. */
abstract class CostFacts extends Facts {
  CostFacts(CrowdStandIn crowd) {
    super(crowd);
  }

  @BeforeEach
  void fill() throws Exception {
    List<String> names = IntStream.range(100, 400).mapToObj(i -> "user" + i).toList();
    manager.addAllUsers(
        id,
        names.stream()
            .map(
                n ->
                    new UserTemplateWithCredentialAndAttributes(
                        template(n), PasswordCredential.NONE))
            .toList(),
        false);
    addGroup("staff");
    manager.addAllUsersToGroup(id, names, "staff");
    manager.storeUserAttributes(id, "user110", Map.of("a", Set.of("1")));
  }

  @Test
  void membershipCheckReadsTwoRows() throws Throwable {
    assertEquals(
        new Tap.Count(1, 2, 2),
        cost(() -> manager.isUserDirectGroupMember(id, "user200", "staff")));
  }

  @Test
  void pageReadsItsRowsAndTheirAttributesInOneQuery() throws Throwable {
    var page =
        QueryBuilder.queryFor(UserWithAttributes.class, EntityDescriptor.user())
            .startingAt(10)
            .returningAtMost(20);
    assertEquals(new Tap.Count(1, 3, 1 + 20 + 1), cost(() -> manager.searchUsers(id, page)));
  }

  @Test
  void pageOfMembersReadsItsRows() throws Throwable {
    var page =
        QueryBuilder.queryFor(String.class, EntityDescriptor.user())
            .childrenOf(EntityDescriptor.group())
            .withName("staff")
            .startingAt(100)
            .returningAtMost(20);
    assertEquals(
        new Tap.Count(1, 2, 1 + 20), cost(() -> manager.searchDirectGroupRelationships(id, page)));
  }

  @Test
  void lookUpByNameOrMailReadsOneUser() throws Throwable {
    var byMail =
        QueryBuilder.queryFor(UserWithAttributes.class, EntityDescriptor.user())
            .with(Restriction.on(UserTermKeys.EMAIL).exactlyMatching("user110@example.com"))
            .returningAtMost(10);
    assertEquals(new Tap.Count(1, 3, 3), cost(() -> manager.searchUsers(id, byMail)));
    assertEquals(
        new Tap.Count(1, 3, 3), cost(() -> manager.findUserWithAttributesByName(id, "user110")));
  }

  private Tap.Count cost(Executable work) throws Throwable {
    crowd.tap().reset();
    work.execute();
    return crowd.tap().count();
  }
}
