package org.scimforcrowd.devhost.crowd;

import static com.atlassian.crowd.audit.AuditLogEventType.PASSWORD_CHANGED;
import static com.atlassian.crowd.audit.AuditLogEventType.USER_CREATED;
import static com.atlassian.crowd.audit.AuditLogEventType.USER_DELETED;
import static com.atlassian.crowd.audit.AuditLogEventType.USER_UPDATED;

import com.atlassian.crowd.audit.AuditLogEntityType;
import com.atlassian.crowd.audit.AuditLogEventType;
import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.exception.InvalidUserException;
import com.atlassian.crowd.exception.UserAlreadyExistsException;
import com.atlassian.crowd.exception.UserNotFoundException;
import com.atlassian.crowd.model.user.User;
import com.atlassian.crowd.model.user.UserConstants;
import com.atlassian.crowd.model.user.UserTemplate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.scimforcrowd.devhost.crowd.AuditEvent.Change;
import org.scimforcrowd.devhost.crowd.AuditEvent.Thing;

/** What can be done to the users of a directory. The directory has been looked up and allows it. */
final class Users {
  private final AuditTrail audit;
  private final EntityReader<StoredUser> rows = EntityReader.USERS;

  Users(AuditTrail audit) {
    this.audit = audit;
  }

  StoredUser require(Session session, long directoryId, String name) throws UserNotFoundException {
    StoredUser user = rows.byName(session, directoryId, name);
    if (user == null) {
      throw new UserNotFoundException(name);
    }
    return user;
  }

  StoredUser requireByExternalId(Session session, long directoryId, String externalId)
      throws UserNotFoundException {
    StoredUser user = rows.byExternalId(session, directoryId, externalId);
    if (user == null) {
      throw UserNotFoundException.forExternalId(externalId);
    }
    return user;
  }

  StoredUserWithAttributes withAttributes(Session session, StoredUser user) {
    return StoredUserWithAttributes.of(user, rows.attributes().of(session, user.id()));
  }

  /** `credential` is as stored. */
  StoredUser add(
      Session session, UserTemplate user, Map<String, Set<String>> attributes, String credential)
      throws InvalidUserException, UserAlreadyExistsException {
    long directoryId = user.getDirectoryId();
    requireValidName(user, user.getName());
    if (rows.byName(session, directoryId, user.getName()) != null) {
      throw new UserAlreadyExistsException(directoryId, user.getName());
    }
    if (user.getExternalId() != null && !user.getExternalId().isEmpty()) {
      throw new InvalidUserException(user, "External id cannot be externally managed");
    }
    insert(session, Names.populate(user), credential);
    StoredUser added = rows.byName(session, directoryId, user.getName());
    rows.attributes().store(session, directoryId, added.id(), attributes);
    if (credential != null && Uncertain.ADDED_USER_CARRIES_PASSWORD_ATTRIBUTES.holds()) {
      storePasswordAttributes(session, added);
    }
    log(session, USER_CREATED, added, changes(null, added));
    return added;
  }

  StoredUser update(Session session, UserTemplate user)
      throws UserNotFoundException, InvalidUserException {
    StoredUser before = require(session, user.getDirectoryId(), user.getName());
    requireSameExternalId(before, user);
    UserTemplate filled = Names.populate(user);
    session.update(
        "UPDATE cwd_user SET active = ?, first_name = ?, lower_first_name = ?, last_name = ?,"
            + " lower_last_name = ?, display_name = ?, lower_display_name = ?, email_address = ?,"
            + " lower_email_address = ?, updated_date = ? WHERE id = ?",
        filled.isActive(),
        filled.getFirstName(),
        Names.lower(filled.getFirstName()),
        filled.getLastName(),
        Names.lower(filled.getLastName()),
        filled.getDisplayName(),
        Names.lower(filled.getDisplayName()),
        filled.getEmailAddress(),
        Names.lower(filled.getEmailAddress()),
        session.now(),
        before.id());
    StoredUser after = require(session, user.getDirectoryId(), before.getName());
    log(session, USER_UPDATED, after, changes(before, after));
    return after;
  }

  StoredUser rename(Session session, long directoryId, String oldName, String newName)
      throws UserNotFoundException, InvalidUserException, UserAlreadyExistsException {
    StoredUser before = require(session, directoryId, oldName);
    requireValidName(before, newName);
    StoredUser other = rows.byName(session, directoryId, newName);
    if (other != null && other.id() != before.id()) {
      throw new UserAlreadyExistsException(directoryId, newName);
    }
    try {
      session.update(
          "UPDATE cwd_user SET user_name = ?, lower_user_name = ?, updated_date = ? WHERE id = ?",
          newName,
          Names.lower(newName),
          session.now(),
          before.id());
    } catch (DatabaseException e) {
      throw lostRace(e, directoryId, newName);
    }
    session.update(
        "UPDATE cwd_membership SET child_name = ?, lower_child_name = ?"
            + " WHERE child_id = ? AND membership_type = 'GROUP_USER'",
        newName,
        Names.lower(newName),
        before.id());
    StoredUser after = require(session, directoryId, newName);
    log(session, USER_UPDATED, after, changes(before, after));
    return after;
  }

  void remove(Session session, long directoryId, String name) throws UserNotFoundException {
    StoredUser user = require(session, directoryId, name);
    session.update(
        "DELETE FROM cwd_membership WHERE child_id = ? AND membership_type = 'GROUP_USER'",
        user.id());
    session.update("DELETE FROM cwd_user WHERE id = ?", user.id());
    session.insert(
        "INSERT INTO cwd_tombstone (object_type, tombstone_timestamp, entity_name, directory_id)"
            + " VALUES ('USER', ?, ?, ?)",
        session.now().toEpochMilli(),
        user.getName(),
        directoryId);
    log(session, USER_DELETED, user, List.of());
  }

  void storeAttributes(
      Session session, long directoryId, String name, Map<String, Set<String>> attributes)
      throws UserNotFoundException {
    StoredUser user = require(session, directoryId, name);
    rows.attributes().store(session, directoryId, user.id(), attributes);
    if (!attributes.keySet().equals(Set.of(UserConstants.LAST_ACTIVITY))) {
      touch(session, user);
    }
    logAttributes(session, user, attributes.keySet());
  }

  void removeAttribute(Session session, long directoryId, String name, String attribute)
      throws UserNotFoundException {
    StoredUser user = require(session, directoryId, name);
    rows.attributes().remove(session, user.id(), attribute);
    touch(session, user);
    logAttributes(session, user, Set.of(attribute));
  }

  /** `credential` is as stored. */
  void updateCredential(Session session, StoredUser user, String credential) {
    session.update("UPDATE cwd_user SET credential = ? WHERE id = ?", credential, user.id());
    storePasswordAttributes(session, user);
    touch(session, user);
    String masked = PasswordCredential.SANITISED_PASSWORD;
    log(session, PASSWORD_CHANGED, user, List.of(new Change("Password", null, masked)));
  }

  private void storePasswordAttributes(Session session, StoredUser user) {
    String now = String.valueOf(session.now().toEpochMilli());
    rows.attributes()
        .store(
            session,
            user.getDirectoryId(),
            user.id(),
            Map.of(
                UserConstants.PASSWORD_LASTCHANGED, Set.of(now),
                UserConstants.REQUIRES_PASSWORD_CHANGE, Set.of("false"),
                UserConstants.INVALID_PASSWORD_ATTEMPTS, Set.of("0")));
  }

  /** A login moves the updated date. */
  void loggedIn(Session session, StoredUser user) {
    String now = String.valueOf(session.now().toEpochMilli());
    rows.attributes()
        .store(
            session,
            user.getDirectoryId(),
            user.id(),
            Map.of(
                UserConstants.LAST_AUTHENTICATED, Set.of(now),
                UserConstants.INVALID_PASSWORD_ATTEMPTS, Set.of("0")));
    touch(session, user);
  }

  private static void insert(Session session, UserTemplate user, String credential)
      throws UserAlreadyExistsException {
    try {
      session.insert(
          "INSERT INTO cwd_user (user_name, lower_user_name, active, created_date, updated_date,"
              + " first_name, lower_first_name, last_name, lower_last_name, display_name,"
              + " lower_display_name, email_address, lower_email_address, external_id,"
              + " directory_id, credential)"
              + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          user.getName(),
          Names.lower(user.getName()),
          user.isActive(),
          session.now(),
          session.now(),
          user.getFirstName(),
          Names.lower(user.getFirstName()),
          user.getLastName(),
          Names.lower(user.getLastName()),
          user.getDisplayName(),
          Names.lower(user.getDisplayName()),
          user.getEmailAddress(),
          Names.lower(user.getEmailAddress()),
          UUID.randomUUID().toString(),
          user.getDirectoryId(),
          credential);
    } catch (DatabaseException e) {
      throw lostRace(e, user.getDirectoryId(), user.getName());
    }
  }

  /** Somebody else took the name between our look and our write. */
  private static UserAlreadyExistsException lostRace(
      DatabaseException e, long directoryId, String name) {
    if (e.isUniqueViolation() && !Uncertain.UNIQUE_RACE_IS_UNCHECKED.holds()) {
      return new UserAlreadyExistsException(directoryId, name);
    }
    throw e;
  }

  private static void requireValidName(User user, String name) throws InvalidUserException {
    String problem = Names.problem(name);
    if (problem != null) {
      throw new InvalidUserException(user, problem);
    }
  }

  private static void requireSameExternalId(StoredUser before, UserTemplate user)
      throws InvalidUserException {
    String given = user.getExternalId();
    boolean missing = given == null || given.isEmpty();
    if (missing && !Uncertain.UPDATE_USER_NEEDS_EXTERNAL_ID.holds()) {
      return;
    }
    if (!Objects.equals(given, before.getExternalId())) {
      throw new InvalidUserException(user, "External id cannot be changed");
    }
  }

  private static void touch(Session session, StoredUser user) {
    session.update("UPDATE cwd_user SET updated_date = ? WHERE id = ?", session.now(), user.id());
  }

  private void logAttributes(Session session, StoredUser user, Set<String> names) {
    String all = Names.cut(String.join(", ", names.stream().sorted().toList()));
    log(session, USER_UPDATED, user, List.of(new Change("Attributes", null, all)));
  }

  private void log(Session session, AuditLogEventType type, StoredUser user, List<Change> changes) {
    Thing entity = new Thing(AuditLogEntityType.USER, user.id(), user.getName());
    audit.record(
        session, type, List.of(entity, Thing.directory(user.getDirectoryId(), null)), changes);
  }

  private static List<Change> changes(StoredUser before, StoredUser after) {
    boolean made = before == null;
    return List.of(
        new Change("Username", made ? null : before.getName(), after.getName()),
        new Change(
            "Active", made ? null : String.valueOf(before.isActive()), "" + after.isActive()),
        new Change("First name", made ? null : before.getFirstName(), after.getFirstName()),
        new Change("Last name", made ? null : before.getLastName(), after.getLastName()),
        new Change("Display name", made ? null : before.getDisplayName(), after.getDisplayName()),
        new Change(
            "Email address", made ? null : before.getEmailAddress(), after.getEmailAddress()));
  }
}
