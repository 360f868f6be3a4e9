package org.scimforcrowd.crowd;

import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.exception.InvalidUserException;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.model.group.Group;
import com.atlassian.crowd.model.group.GroupWithAttributes;
import com.atlassian.crowd.model.user.User;
import com.atlassian.crowd.model.user.UserTemplate;
import com.atlassian.crowd.model.user.UserWithAttributes;
import com.atlassian.crowd.search.EntityDescriptor;
import com.atlassian.crowd.search.builder.QueryBuilder;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import com.atlassian.crowd.search.query.entity.restriction.Property;
import com.atlassian.crowd.search.query.entity.restriction.constants.GroupTermKeys;
import com.atlassian.crowd.search.query.entity.restriction.constants.UserTermKeys;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.scimforcrowd.engine.Arguments;
import org.scimforcrowd.engine.Port;
import org.scimforcrowd.engine.PortFailure;

/**
 * The engine's `directory` port on Crowd's DirectoryManager, one call each. Users and groups are
 * found by searches for one row: those bring attributes and both timestamps in every version of
 * Crowd, the find methods do not.
 */
public final class DirectoryPort implements Port {
  private final CrowdServices crowd;
  private final AuditAuthor author;
  private final Totals totals;

  public DirectoryPort(CrowdServices crowd, AuditAuthor author, Clock clock) {
    this.crowd = crowd;
    this.author = author;
    this.totals = new Totals(clock);
  }

  @Override
  public JsonElement call(String method, Arguments arguments) {
    DirectoryManager manager = crowd.directories();
    long directory = directoryId(arguments.text(0));
    return CrowdCall.of(
        method, () -> author.run(() -> counted(manager, directory, method, arguments)));
  }

  /** Whole numbers are remembered for a while; a call that changes them makes them forgotten. */
  private JsonElement counted(
      DirectoryManager manager, long directory, String method, Arguments arguments)
      throws Exception {
    return switch (method) {
      case "countPrincipals", "countGroups" ->
          new JsonPrimitive(
              arguments.isAbsent(1)
                  ? totals.of(directory + method, () -> count(manager, directory, method, null))
                  : count(manager, directory, method, arguments.object(1)));
      case "addPrincipal", "removePrincipal" ->
          totals.changing(
              directory + "countPrincipals", () -> call(manager, directory, method, arguments));
      case "addGroup", "removeGroup" ->
          totals.changing(
              directory + "countGroups", () -> call(manager, directory, method, arguments));
      default -> call(manager, directory, method, arguments);
    };
  }

  /** Crowd has no query that counts: the names are fetched and counted. */
  private static int count(
      DirectoryManager manager, long directory, String method, JsonObject restriction)
      throws Exception {
    JsonObject query = new JsonObject();
    query.add("restriction", restriction);
    query.addProperty("start", 0);
    query.addProperty("count", EntityQuery.ALL_RESULTS);
    return method.equals("countGroups")
        ? manager.searchGroups(directory, Queries.groups(String.class, query)).size()
        : manager.searchUsers(directory, Queries.users(String.class, query)).size();
  }

  /**
   * @throws PortFailure of kind gone for what is no id at all
   */
  static long directoryId(String id) {
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException noId) {
      throw new PortFailure(PortFailure.Kind.GONE, "no directory has that id");
    }
  }

  private static JsonElement call(
      DirectoryManager manager, long directory, String method, Arguments arguments)
      throws Exception {
    return switch (method) {
      case "findPrincipal" ->
          findUser(manager, directory, UserTermKeys.USERNAME, arguments.text(1));
      case "findPrincipalById" ->
          findUser(manager, directory, UserTermKeys.EXTERNAL_ID, arguments.text(1));
      case "searchPrincipals" -> searchUsers(manager, directory, arguments.object(1));
      case "searchPrincipalNames" ->
          names(manager.searchUsers(directory, Queries.users(String.class, arguments.object(1))));
      case "addPrincipal" -> addUser(manager, directory, arguments.object(1));
      case "findGroup" -> findGroup(manager, directory, GroupTermKeys.NAME, arguments.text(1));
      case "findGroupById" ->
          findGroup(manager, directory, GroupTermKeys.EXTERNAL_ID, arguments.text(1));
      case "searchGroups" -> searchGroups(manager, directory, arguments.object(1));
      case "searchGroupNames" ->
          names(manager.searchGroups(directory, Queries.groups(String.class, arguments.object(1))));
      case "addGroup" -> addGroup(manager, directory, arguments.object(1));
      case "isMember" ->
          new JsonPrimitive(
              manager.isUserDirectGroupMember(directory, arguments.text(1), arguments.text(2)));
      case "groupsOf" -> ends(groupsAround(manager, directory, EntityDescriptor.user(), arguments.text(1)));
      case "parentsOf" -> ends(groupsAround(manager, directory, EntityDescriptor.group(), arguments.text(1)));
      case "nestedGroupsOf" ->
          ends(
              nestedGroups(
                  manager, directory, arguments.text(1), arguments.number(2), arguments.number(3)));
      case "membersOf" ->
          membersOf(
              manager, directory, arguments.text(1), arguments.number(2), arguments.number(3));
      default -> {
        change(manager, directory, method, arguments);
        yield null;
      }
    };
  }

  private static void change(
      DirectoryManager manager, long directory, String method, Arguments arguments)
      throws Exception {
    switch (method) {
      case "updatePrincipal" ->
          updateUser(manager, directory, Entities.userTemplate(directory, arguments.object(1)));
      case "renamePrincipal" -> manager.renameUser(directory, arguments.text(1), arguments.text(2));
      case "storePrincipalAttributes" ->
          manager.storeUserAttributes(directory, arguments.text(1), attributes(arguments));
      case "removePrincipalAttribute" ->
          manager.removeUserAttributes(directory, arguments.text(1), arguments.text(2));
      case "setPassword" ->
          manager.updateUserCredential(
              directory, arguments.text(1), PasswordCredential.unencrypted(arguments.text(2)));
      case "removePrincipal" -> manager.removeUser(directory, arguments.text(1));
      case "updateGroup" ->
          manager.updateGroup(directory, Entities.groupTemplate(directory, arguments.object(1)));
      case "renameGroup" -> manager.renameGroup(directory, arguments.text(1), arguments.text(2));
      case "storeGroupAttributes" ->
          manager.storeGroupAttributes(directory, arguments.text(1), attributes(arguments));
      case "removeGroupAttribute" ->
          manager.removeGroupAttributes(directory, arguments.text(1), arguments.text(2));
      case "removeGroup" -> manager.removeGroup(directory, arguments.text(1));
      case "addMember" -> manager.addUserToGroup(directory, arguments.text(1), arguments.text(2));
      case "removeMember" ->
          manager.removeUserFromGroup(directory, arguments.text(1), arguments.text(2));
      case "nestGroup" ->
          manager.addGroupToGroup(directory, arguments.text(1), arguments.text(2));
      case "unnestGroup" ->
          manager.removeGroupFromGroup(directory, arguments.text(1), arguments.text(2));
      default -> throw Port.unknownMethod(method);
    }
  }

  private static JsonElement findUser(
      DirectoryManager manager, long directory, Property<String> field, String value)
      throws Exception {
    EntityQuery<UserWithAttributes> query =
        Queries.one(UserWithAttributes.class, EntityDescriptor.user(), field, value);
    List<UserWithAttributes> found = manager.searchUsers(directory, query);
    return found.isEmpty() ? null : Entities.principal(found.get(0));
  }

  private static JsonElement findGroup(
      DirectoryManager manager, long directory, Property<String> field, String value)
      throws Exception {
    EntityQuery<GroupWithAttributes> query =
        Queries.one(GroupWithAttributes.class, EntityDescriptor.group(), field, value);
    List<GroupWithAttributes> found = manager.searchGroups(directory, query);
    return found.isEmpty() ? null : Entities.group(found.get(0));
  }

  private static JsonElement searchUsers(DirectoryManager manager, long directory, JsonObject query)
      throws Exception {
    JsonArray users = new JsonArray();
    manager
        .searchUsers(directory, Queries.users(UserWithAttributes.class, query))
        .forEach(user -> users.add(Entities.principal(user)));
    return users;
  }

  private static JsonElement searchGroups(
      DirectoryManager manager, long directory, JsonObject query) throws Exception {
    JsonArray groups = new JsonArray();
    manager
        .searchGroups(directory, Queries.groups(GroupWithAttributes.class, query))
        .forEach(group -> groups.add(Entities.group(group)));
    return groups;
  }

  private static JsonElement addUser(DirectoryManager manager, long directory, JsonObject fields)
      throws Exception {
    UserWithAttributes added =
        manager.addUser(
            directory,
            Entities.userTemplate(directory, fields),
            fields.has("password")
                ? PasswordCredential.unencrypted(fields.get("password").getAsString())
                : PasswordCredential.NONE);
    return Entities.hasTimes(added)
        ? Entities.principal(added)
        : findUser(manager, directory, UserTermKeys.USERNAME, added.getName());
  }

  /**
   * Should a version of Crowd want the external id, which nobody may change, it is told that one.
   */
  private static void updateUser(DirectoryManager manager, long directory, UserTemplate user)
      throws Exception {
    try {
      manager.updateUser(directory, user);
    } catch (InvalidUserException refused) {
      user.setExternalId(manager.findUserByName(directory, user.getName()).getExternalId());
      manager.updateUser(directory, user);
    }
  }

  private static JsonElement addGroup(DirectoryManager manager, long directory, JsonObject fields)
      throws Exception {
    Group added = manager.addGroup(directory, Entities.groupTemplate(directory, fields));
    return Entities.hasTimes(added)
        ? Entities.group(added)
        : findGroup(manager, directory, GroupTermKeys.NAME, added.getName());
  }

  /** The groups that a user or group is directly in, ordered by name. */
  private static List<Group> groupsAround(
      DirectoryManager manager, long directory, EntityDescriptor kind, String name)
      throws Exception {
    return manager.searchDirectGroupRelationships(
        directory,
        QueryBuilder.queryFor(Group.class, EntityDescriptor.group())
            .parentsOf(kind)
            .withName(name)
            .startingAt(0)
            .returningAtMost(EntityQuery.ALL_RESULTS));
  }

  /** The groups that are directly in a group, ordered by name. */
  static List<Group> nestedGroups(
      DirectoryManager manager, long directory, String group, int start, int count)
      throws Exception {
    return manager.searchDirectGroupRelationships(
        directory,
        QueryBuilder.queryFor(Group.class, EntityDescriptor.group())
            .childrenOf(EntityDescriptor.group())
            .withName(group)
            .startingAt(start)
            .returningAtMost(count));
  }

  private static JsonArray ends(List<Group> groups) {
    JsonArray ends = new JsonArray();
    for (Group group : groups) {
      ends.add(Entities.membershipEnd(group.getName(), group.getExternalId()));
    }
    return ends;
  }

  private static JsonElement membersOf(
      DirectoryManager manager, long directory, String group, int start, int count)
      throws Exception {
    JsonArray members = new JsonArray();
    for (User user : members(manager, directory, group, start, count)) {
      members.add(Entities.membershipEnd(user.getName(), user.getExternalId()));
    }
    return members;
  }

  /** The users that are directly in a group, ordered by name. */
  static List<User> members(
      DirectoryManager manager, long directory, String group, int start, int count)
      throws Exception {
    return manager.searchDirectGroupRelationships(
        directory,
        QueryBuilder.queryFor(User.class, EntityDescriptor.user())
            .childrenOf(EntityDescriptor.group())
            .withName(group)
            .startingAt(start)
            .returningAtMost(count));
  }

  private static JsonElement names(List<String> found) {
    JsonArray names = new JsonArray();
    found.forEach(names::add);
    return names;
  }

  private static Map<String, Set<String>> attributes(Arguments arguments) {
    return Entities.attributes(arguments.object(2));
  }
}
