package org.scimforcrowd.devhost.crowd;

import static com.atlassian.crowd.audit.AuditLogEventType.GROUP_CREATED;
import static com.atlassian.crowd.audit.AuditLogEventType.GROUP_DELETED;
import static com.atlassian.crowd.audit.AuditLogEventType.GROUP_UPDATED;

import com.atlassian.crowd.audit.AuditLogEntityType;
import com.atlassian.crowd.audit.AuditLogEventType;
import com.atlassian.crowd.exception.GroupNotFoundException;
import com.atlassian.crowd.exception.InvalidGroupException;
import com.atlassian.crowd.model.group.Group;
import com.atlassian.crowd.model.group.GroupTemplate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.scimforcrowd.devhost.crowd.AuditEvent.Change;
import org.scimforcrowd.devhost.crowd.AuditEvent.Thing;

/**
 * What can be done to the groups of a directory. The directory has been looked up and allows it.
 */
final class Groups {
  private final AuditTrail audit;
  private final EntityReader<StoredGroup> rows = EntityReader.GROUPS;

  Groups(AuditTrail audit) {
    this.audit = audit;
  }

  StoredGroup require(Session session, long directoryId, String name)
      throws GroupNotFoundException {
    StoredGroup group = rows.byName(session, directoryId, name);
    if (group == null) {
      throw new GroupNotFoundException(name);
    }
    return group;
  }

  StoredGroupWithAttributes withAttributes(Session session, StoredGroup group) {
    return StoredGroupWithAttributes.of(group, rows.attributes().of(session, group.id()));
  }

  /** Attributes of the template are not stored. */
  StoredGroup add(Session session, GroupTemplate group) throws InvalidGroupException {
    long directoryId = group.getDirectoryId();
    requireValidName(group, group.getName());
    if (rows.byName(session, directoryId, group.getName()) != null) {
      throw new InvalidGroupException(group, "Group already exists");
    }
    insert(session, group);
    StoredGroup added = rows.byName(session, directoryId, group.getName());
    log(session, GROUP_CREATED, added, changes(null, added));
    return added;
  }

  /**
   * Overwrites external id, description and active; the name must be the stored one, in its case.
   */
  StoredGroup update(Session session, GroupTemplate group)
      throws GroupNotFoundException, InvalidGroupException {
    StoredGroup before = require(session, group.getDirectoryId(), group.getName());
    if (!before.getName().equals(group.getName()) || before.getType() != group.getType()) {
      throw new InvalidGroupException(group, "The name and type of a group cannot be updated");
    }
    session.update(
        "UPDATE cwd_group SET active = ?, description = ?, external_id = ?, updated_date = ?"
            + " WHERE id = ?",
        group.isActive(),
        Names.cut(group.getDescription()),
        group.getExternalId(),
        session.now(),
        before.id());
    StoredGroup after = require(session, group.getDirectoryId(), group.getName());
    log(session, GROUP_UPDATED, after, changes(before, after));
    return after;
  }

  /** Memberships follow; application mappings and rights follow where the switch says so. */
  StoredGroup rename(Session session, long directoryId, String oldName, String newName)
      throws GroupNotFoundException, InvalidGroupException {
    StoredGroup before = require(session, directoryId, oldName);
    requireValidName(before, newName);
    StoredGroup other = rows.byName(session, directoryId, newName);
    if (other != null && other.id() != before.id()) {
      throw new InvalidGroupException(before, "Group <" + newName + "> already exists");
    }
    renameRow(session, before, newName);
    renameEnds(session, before.id(), "parent", "", newName);
    renameEnds(session, before.id(), "child", " AND membership_type = 'GROUP_GROUP'", newName);
    if (Uncertain.GROUP_RENAME_REWRITES_MAPPINGS.holds()) {
      renameInMappings(session, directoryId, before.getName(), newName);
    }
    StoredGroup after = require(session, directoryId, newName);
    log(session, GROUP_UPDATED, after, changes(before, after));
    return after;
  }

  /** Its memberships, application mappings and rights go with it. */
  void remove(Session session, long directoryId, String name) throws GroupNotFoundException {
    StoredGroup group = require(session, directoryId, name);
    session.update("DELETE FROM cwd_membership WHERE parent_id = ?", group.id());
    session.update(
        "DELETE FROM cwd_membership WHERE child_id = ? AND membership_type = 'GROUP_GROUP'",
        group.id());
    session.update("DELETE FROM cwd_group WHERE id = ?", group.id());
    session.update(
        "DELETE FROM cwd_app_dir_group_mapping WHERE directory_id = ? AND LOWER(group_name) = ?",
        directoryId,
        Names.lower(name));
    session.update(
        "DELETE FROM cwd_granted_perm WHERE LOWER(group_name) = ? AND app_dir_mapping_id IN"
            + " (SELECT id FROM cwd_app_dir_mapping WHERE directory_id = ?)",
        Names.lower(name),
        directoryId);
    session.insert(
        "INSERT INTO cwd_tombstone (object_type, tombstone_timestamp, entity_name, directory_id)"
            + " VALUES ('GROUP', ?, ?, ?)",
        session.now().toEpochMilli(),
        group.getName(),
        directoryId);
    log(session, GROUP_DELETED, group, List.of());
  }

  void storeAttributes(
      Session session, long directoryId, String name, Map<String, Set<String>> attributes)
      throws GroupNotFoundException {
    StoredGroup group = require(session, directoryId, name);
    rows.attributes().store(session, directoryId, group.id(), attributes);
    attributesChanged(session, group, attributes.keySet());
  }

  void removeAttribute(Session session, long directoryId, String name, String attribute)
      throws GroupNotFoundException {
    StoredGroup group = require(session, directoryId, name);
    rows.attributes().remove(session, group.id(), attribute);
    attributesChanged(session, group, Set.of(attribute));
  }

  void touch(Session session, StoredGroup group) {
    session.update("UPDATE cwd_group SET updated_date = ? WHERE id = ?", session.now(), group.id());
  }

  private static void insert(Session session, GroupTemplate group) throws InvalidGroupException {
    try {
      session.insert(
          "INSERT INTO cwd_group (group_name, lower_group_name, active, is_local, created_date,"
              + " updated_date, description, group_type, directory_id, external_id)"
              + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          group.getName(),
          Names.lower(group.getName()),
          group.isActive(),
          group.isLocal(),
          session.now(),
          session.now(),
          Names.cut(group.getDescription()),
          group.getType(),
          group.getDirectoryId(),
          group.getExternalId());
    } catch (DatabaseException e) {
      throw lostRace(e, group);
    }
  }

  private static void renameRow(Session session, StoredGroup group, String newName)
      throws InvalidGroupException {
    try {
      session.update(
          "UPDATE cwd_group SET group_name = ?, lower_group_name = ?, updated_date = ? WHERE id ="
              + " ?",
          newName,
          Names.lower(newName),
          session.now(),
          group.id());
    } catch (DatabaseException e) {
      throw lostRace(e, group);
    }
  }

  private static void renameEnds(
      Session session, long id, String end, String condition, String newName) {
    session.update(
        "UPDATE cwd_membership SET "
            + end
            + "_name = ?, lower_"
            + end
            + "_name = ? WHERE "
            + end
            + "_id = ?"
            + condition,
        newName,
        Names.lower(newName),
        id);
  }

  private static void renameInMappings(
      Session session, long directoryId, String oldName, String newName) {
    session.update(
        "UPDATE cwd_app_dir_group_mapping SET group_name = ?"
            + " WHERE directory_id = ? AND LOWER(group_name) = ?",
        newName,
        directoryId,
        Names.lower(oldName));
    session.update(
        "UPDATE cwd_granted_perm SET group_name = ? WHERE LOWER(group_name) = ? AND"
            + " app_dir_mapping_id IN (SELECT id FROM cwd_app_dir_mapping WHERE directory_id = ?)",
        newName,
        Names.lower(oldName),
        directoryId);
  }

  private static InvalidGroupException lostRace(DatabaseException e, Group group) {
    if (e.isUniqueViolation() && !Uncertain.UNIQUE_RACE_IS_UNCHECKED.holds()) {
      return new InvalidGroupException(group, "Group already exists", e);
    }
    throw e;
  }

  private static void requireValidName(Group group, String name) throws InvalidGroupException {
    String problem = Names.problem(name);
    if (problem != null) {
      throw new InvalidGroupException(group, problem);
    }
  }

  private void attributesChanged(Session session, StoredGroup group, Set<String> names) {
    if (Uncertain.ATTRIBUTES_MOVE_GROUP_UPDATED.holds()) {
      touch(session, group);
    }
    String all = Names.cut(String.join(", ", names.stream().sorted().toList()));
    log(session, GROUP_UPDATED, group, List.of(new Change("Attributes", null, all)));
  }

  private void log(
      Session session, AuditLogEventType type, StoredGroup group, List<Change> changes) {
    Thing entity = new Thing(AuditLogEntityType.GROUP, group.id(), group.getName());
    audit.record(
        session, type, List.of(entity, Thing.directory(group.getDirectoryId(), null)), changes);
  }

  private static List<Change> changes(StoredGroup before, StoredGroup after) {
    boolean made = before == null;
    return List.of(
        new Change("Name", made ? null : before.getName(), after.getName()),
        new Change(
            "Active", made ? null : String.valueOf(before.isActive()), "" + after.isActive()),
        new Change("Description", made ? null : before.getDescription(), after.getDescription()),
        new Change("External Id", made ? null : before.getExternalId(), after.getExternalId()));
  }
}
