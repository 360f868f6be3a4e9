package org.scimforcrowd.devhost.crowd;

import static com.atlassian.crowd.audit.AuditLogEventType.ADDED_TO_GROUP;
import static com.atlassian.crowd.audit.AuditLogEventType.REMOVED_FROM_GROUP;

import com.atlassian.crowd.audit.AuditLogEntityType;
import com.atlassian.crowd.audit.AuditLogEventType;
import com.atlassian.crowd.exception.GroupNotFoundException;
import com.atlassian.crowd.exception.InvalidMembershipException;
import com.atlassian.crowd.exception.MembershipAlreadyExistsException;
import com.atlassian.crowd.exception.MembershipNotFoundException;
import com.atlassian.crowd.exception.NestedGroupsNotSupportedException;
import com.atlassian.crowd.exception.UserNotFoundException;
import com.atlassian.crowd.search.EntityDescriptor;
import com.atlassian.crowd.search.builder.QueryBuilder;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.scimforcrowd.devhost.crowd.AuditEvent.Thing;

/** What can be done to memberships. The directory has been looked up and allows it. */
final class Memberships {
  private static final String USER = "GROUP_USER";
  private static final String GROUP = "GROUP_GROUP";

  private final AuditTrail audit;
  private final DirectoryRows directories;
  private final Users users;
  private final Groups groups;

  Memberships(AuditTrail audit, DirectoryRows directories, Users users, Groups groups) {
    this.audit = audit;
    this.directories = directories;
    this.users = users;
    this.groups = groups;
  }

  boolean isMember(Session session, long directoryId, String user, String group) {
    return exists(session, directoryId, USER, user, group);
  }

  boolean isChild(Session session, long directoryId, String child, String parent) {
    return exists(session, directoryId, GROUP, child, parent);
  }

  void addUser(Session session, long directoryId, String userName, String groupName)
      throws UserNotFoundException, GroupNotFoundException, MembershipAlreadyExistsException {
    StoredUser user = users.require(session, directoryId, userName);
    StoredGroup group = groups.require(session, directoryId, groupName);
    if (isMember(session, directoryId, userName, groupName)) {
      throw new MembershipAlreadyExistsException(directoryId, userName, groupName);
    }
    insert(session, USER, user, group);
    changed(session, ADDED_TO_GROUP, AuditLogEntityType.USER, user, group);
  }

  void removeUser(Session session, long directoryId, String userName, String groupName)
      throws UserNotFoundException, GroupNotFoundException, MembershipNotFoundException {
    StoredUser user = users.require(session, directoryId, userName);
    StoredGroup group = groups.require(session, directoryId, groupName);
    delete(session, USER, user, group);
    changed(session, REMOVED_FROM_GROUP, AuditLogEntityType.USER, user, group);
  }

  /**
   * Refuses only a group in itself (whatever its case: not) and another type; longer cycles pass.
   */
  void addGroup(Session session, long directoryId, String childName, String parentName)
      throws GroupNotFoundException,
          InvalidMembershipException,
          NestedGroupsNotSupportedException,
          MembershipAlreadyExistsException {
    if (!directories.supportsNestedGroups(session, directoryId)) {
      throw new NestedGroupsNotSupportedException(directoryId);
    }
    if (childName.equals(parentName)) {
      throw new InvalidMembershipException("Cannot add a group to itself");
    }
    StoredGroup child = groups.require(session, directoryId, childName);
    StoredGroup parent = groups.require(session, directoryId, parentName);
    if (child.getType() != parent.getType()) {
      throw new InvalidMembershipException("Cannot add a group of another type");
    }
    if (isChild(session, directoryId, childName, parentName)) {
      throw new MembershipAlreadyExistsException(directoryId, childName, parentName);
    }
    insert(session, GROUP, child, parent);
    changed(session, ADDED_TO_GROUP, AuditLogEntityType.GROUP, child, parent);
  }

  void removeGroup(Session session, long directoryId, String childName, String parentName)
      throws GroupNotFoundException, MembershipNotFoundException {
    if (!directories.supportsNestedGroups(session, directoryId)) {
      throw new UnsupportedOperationException("Nested groups are not supported");
    }
    StoredGroup child = groups.require(session, directoryId, childName);
    StoredGroup parent = groups.require(session, directoryId, parentName);
    delete(session, GROUP, child, parent);
    changed(session, REMOVED_FROM_GROUP, AuditLogEntityType.GROUP, child, parent);
  }

  /** Users and groups directly in it, counted up to the limit. */
  long count(Session session, long directoryId, String groupName, int limit) {
    return session
        .first(
            "SELECT COUNT(*) FROM (SELECT 1 AS one FROM cwd_membership WHERE directory_id = ?"
                + " AND membership_type IN ('GROUP_USER', 'GROUP_GROUP') AND lower_parent_name = ?"
                + " LIMIT ?) m",
            row -> row.getLong(1),
            directoryId,
            Names.lower(groupName),
            limit)
        .orElseThrow();
  }

  /**
   * These groups and all that are (children) in them or (else) around them, each once, by their
   * stored names. Only the groups themselves where the directory has no nesting.
   */
  Collection<String> closure(
      Session session, long directoryId, Collection<String> groupNames, boolean children) {
    Map<String, String> found = new LinkedHashMap<>();
    Deque<String> waiting = new ArrayDeque<>(groupNames);
    boolean nested = directories.supportsNestedGroups(session, directoryId);
    while (!waiting.isEmpty()) {
      String name = waiting.pop();
      if (found.putIfAbsent(Names.lower(name), name) == null && nested) {
        waiting.addAll(next(session, directoryId, name, children));
      }
    }
    return found.values();
  }

  List<String> groupsOf(Session session, long directoryId, String userName) {
    return Searches.memberships(
        session,
        directoryId,
        QueryBuilder.queryFor(String.class, EntityDescriptor.group())
            .parentsOf(EntityDescriptor.user())
            .withName(userName)
            .returningAtMost(EntityQuery.ALL_RESULTS));
  }

  private static List<String> next(
      Session session, long directoryId, String name, boolean children) {
    var groups = QueryBuilder.queryFor(String.class, EntityDescriptor.group());
    var ends =
        children
            ? groups.childrenOf(EntityDescriptor.group())
            : groups.parentsOf(EntityDescriptor.group());
    return Searches.memberships(
        session, directoryId, ends.withName(name).returningAtMost(EntityQuery.ALL_RESULTS));
  }

  private static boolean exists(
      Session session, long directoryId, String type, String child, String parent) {
    return session.exists(
        "SELECT 1 FROM cwd_membership WHERE directory_id = ? AND membership_type = ?"
            + " AND lower_parent_name = ? AND lower_child_name = ?",
        directoryId,
        type,
        Names.lower(parent),
        Names.lower(child));
  }

  private static void insert(Session session, String type, Stored child, StoredGroup parent)
      throws MembershipAlreadyExistsException {
    try {
      session.insert(
          "INSERT INTO cwd_membership (parent_id, child_id, membership_type, group_type,"
              + " parent_name, lower_parent_name, child_name, lower_child_name, created_date,"
              + " directory_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          parent.id(),
          child.id(),
          type,
          parent.getType(),
          parent.getName(),
          Names.lower(parent.getName()),
          child.getName(),
          Names.lower(child.getName()),
          session.now(),
          parent.getDirectoryId());
    } catch (DatabaseException e) {
      if (e.isUniqueViolation() && !Uncertain.UNIQUE_RACE_IS_UNCHECKED.holds()) {
        throw new MembershipAlreadyExistsException(
            parent.getDirectoryId(), child.getName(), parent.getName());
      }
      throw e;
    }
  }

  private static void delete(Session session, String type, Stored child, StoredGroup parent)
      throws MembershipNotFoundException {
    int gone =
        session.update(
            "DELETE FROM cwd_membership WHERE parent_id = ? AND child_id = ? AND membership_type ="
                + " ?",
            parent.id(),
            child.id(),
            type);
    if (gone == 0) {
      throw new MembershipNotFoundException(child.getName(), parent.getName());
    }
  }

  private void changed(
      Session session,
      AuditLogEventType event,
      AuditLogEntityType childType,
      Stored child,
      StoredGroup parent) {
    if (Uncertain.MEMBERSHIP_MOVES_GROUP_UPDATED.holds()) {
      groups.touch(session, parent);
    }
    audit.record(
        session,
        event,
        List.of(
            new Thing(AuditLogEntityType.GROUP, parent.id(), parent.getName()),
            new Thing(childType, child.id(), child.getName()),
            Thing.directory(parent.getDirectoryId(), null)),
        List.of());
  }
}
