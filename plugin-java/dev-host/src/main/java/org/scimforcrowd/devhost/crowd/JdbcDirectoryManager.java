package org.scimforcrowd.devhost.crowd;

import static com.atlassian.crowd.audit.AuditLogEventType.DIRECTORY_CREATED;
import static com.atlassian.crowd.audit.AuditLogEventType.DIRECTORY_DELETED;
import static com.atlassian.crowd.audit.AuditLogEventType.DIRECTORY_UPDATED;

import com.atlassian.crowd.audit.AuditLogEventType;
import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.OperationType;
import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.exception.DirectoryCurrentlySynchronisingException;
import com.atlassian.crowd.exception.DirectoryInstantiationException;
import com.atlassian.crowd.exception.DirectoryNotFoundException;
import com.atlassian.crowd.exception.ExpiredCredentialException;
import com.atlassian.crowd.exception.GroupNotFoundException;
import com.atlassian.crowd.exception.InactiveAccountException;
import com.atlassian.crowd.exception.InvalidAuthenticationException;
import com.atlassian.crowd.exception.InvalidCredentialException;
import com.atlassian.crowd.exception.InvalidGroupException;
import com.atlassian.crowd.exception.InvalidMembershipException;
import com.atlassian.crowd.exception.InvalidUserException;
import com.atlassian.crowd.exception.MembershipAlreadyExistsException;
import com.atlassian.crowd.exception.MembershipNotFoundException;
import com.atlassian.crowd.exception.NestedGroupsNotSupportedException;
import com.atlassian.crowd.exception.OperationFailedException;
import com.atlassian.crowd.exception.ReadOnlyGroupException;
import com.atlassian.crowd.exception.UserAlreadyExistsException;
import com.atlassian.crowd.exception.UserNotFoundException;
import com.atlassian.crowd.manager.directory.BulkAddResult;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.manager.directory.DirectoryPermissionException;
import com.atlassian.crowd.model.DirectoryEntity;
import com.atlassian.crowd.model.group.Group;
import com.atlassian.crowd.model.group.GroupTemplate;
import com.atlassian.crowd.model.group.GroupWithAttributes;
import com.atlassian.crowd.model.user.User;
import com.atlassian.crowd.model.user.UserTemplate;
import com.atlassian.crowd.model.user.UserTemplateWithAttributes;
import com.atlassian.crowd.model.user.UserTemplateWithCredentialAndAttributes;
import com.atlassian.crowd.model.user.UserWithAttributes;
import com.atlassian.crowd.search.Entity;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import com.atlassian.crowd.search.query.membership.MembershipQuery;
import com.atlassian.crowd.util.BoundedCount;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Crowd's DirectoryManager on a database. Each call is a transaction of its own; every write needs
 * the directory to allow it and goes to the audit log. All directories behave as internal ones.
 */
final class JdbcDirectoryManager implements DirectoryManager {
  private final Database database;
  private final AuditTrail audit;
  private final DirectoryRows directories;
  private final Users users;
  private final Groups groups;
  private final Memberships memberships;
  private final Passwords passwords = new Passwords();

  JdbcDirectoryManager(Database database, AuditTrail audit, DirectoryRows directories) {
    this.database = database;
    this.audit = audit;
    this.directories = directories;
    this.users = new Users(audit);
    this.groups = new Groups(audit);
    this.memberships = new Memberships(audit, directories, users, groups);
  }

  Memberships memberships() {
    return memberships;
  }

  @Override
  public Directory addDirectory(Directory directory) throws DirectoryInstantiationException {
    try (Session session = database.openUnchecked()) {
      long id = directories.insert(session, directory);
      log(session, DIRECTORY_CREATED, id, directory.getName());
      return session.commit(directories.load(session, id));
    } catch (DirectoryNotFoundException e) {
      throw new DirectoryInstantiationException(e);
    }
  }

  @Override
  public Directory findDirectoryById(long directoryId) throws DirectoryNotFoundException {
    try (Session session = database.openUnchecked()) {
      return directories.load(session, directoryId);
    }
  }

  @Override
  @Deprecated
  public List<Directory> findAllDirectories() {
    try (Session session = database.openUnchecked()) {
      return directories.select(session, "1 = 1 ORDER BY lower_directory_name");
    }
  }

  @Override
  public List<Directory> searchDirectories(EntityQuery<Directory> query) {
    try (Session session = database.openUnchecked()) {
      Condition condition = Condition.of(EntityTable.DIRECTORY, 0, query.getSearchRestriction());
      return directories.select(
          session,
          condition.sql()
              + " ORDER BY e.lower_directory_name"
              + EntityReader.page(query.getStartIndex(), query.getMaxResults()),
          condition.parameters().toArray());
    }
  }

  @Override
  public Directory findDirectoryByName(String name) throws DirectoryNotFoundException {
    try (Session session = database.openUnchecked()) {
      return directories.load(session, name);
    }
  }

  @Override
  public Directory updateDirectory(Directory directory) throws DirectoryNotFoundException {
    try (Session session = database.openUnchecked()) {
      directories.load(session, directory.getId());
      directories.update(session, directory);
      log(session, DIRECTORY_UPDATED, directory.getId(), directory.getName());
      return session.commit(directories.load(session, directory.getId()));
    }
  }

  @Override
  public void removeDirectory(Directory directory)
      throws DirectoryNotFoundException, DirectoryCurrentlySynchronisingException {
    try (Session session = database.openUnchecked()) {
      directories.load(session, directory.getId());
      directories.delete(session, directory.getId());
      log(session, DIRECTORY_DELETED, directory.getId(), directory.getName());
      session.commit();
    }
  }

  @Override
  public User authenticateUser(
      long directoryId, String username, PasswordCredential passwordCredential)
      throws OperationFailedException,
          InactiveAccountException,
          InvalidAuthenticationException,
          ExpiredCredentialException,
          DirectoryNotFoundException,
          UserNotFoundException {
    try (Session session = database.open()) {
      directories.require(session, directoryId);
      StoredUser user = users.require(session, directoryId, username);
      if (!Passwords.fits(user.credential(), passwordCredential.getCredential())) {
        throw InvalidAuthenticationException.newInstanceWithName(username);
      }
      if (!user.isActive()) {
        throw new InactiveAccountException(user.getName());
      }
      users.loggedIn(session, user);
      return session.commit(user);
    }
  }

  @Override
  public User findUserByName(long directoryId, String username)
      throws DirectoryNotFoundException, UserNotFoundException, OperationFailedException {
    try (Session session = database.open()) {
      directories.require(session, directoryId);
      return users.require(session, directoryId, username);
    }
  }

  @Override
  public UserWithAttributes findUserWithAttributesByName(long directoryId, String username)
      throws DirectoryNotFoundException, UserNotFoundException, OperationFailedException {
    try (Session session = database.open()) {
      directories.require(session, directoryId);
      return found(session, users.require(session, directoryId, username));
    }
  }

  @Override
  public User findUserByExternalId(long directoryId, String externalId)
      throws DirectoryNotFoundException, UserNotFoundException, OperationFailedException {
    try (Session session = database.open()) {
      directories.require(session, directoryId);
      return users.requireByExternalId(session, directoryId, externalId);
    }
  }

  @Override
  public UserWithAttributes findUserWithAttributesByExternalId(long directoryId, String externalId)
      throws DirectoryNotFoundException, UserNotFoundException, OperationFailedException {
    try (Session session = database.open()) {
      directories.require(session, directoryId);
      return found(session, users.requireByExternalId(session, directoryId, externalId));
    }
  }

  @Override
  public <T> List<T> searchUsers(long directoryId, EntityQuery<T> query)
      throws DirectoryNotFoundException, OperationFailedException {
    try (Session session = database.open()) {
      directories.require(session, directoryId);
      return Searches.entities(session, EntityReader.USERS, directoryId, query);
    }
  }

  @Override
  public UserWithAttributes addUser(
      long directoryId, UserTemplateWithAttributes user, PasswordCredential credential)
      throws InvalidCredentialException,
          InvalidUserException,
          DirectoryPermissionException,
          DirectoryNotFoundException,
          OperationFailedException,
          UserAlreadyExistsException {
    try (Session session = database.open()) {
      directories.requireAllowed(session, directoryId, OperationType.CREATE_USER);
      return session.commit(
          found(session, add(session, directoryId, user, user.getAttributes(), credential)));
    }
  }

  @Override
  @Deprecated
  public User addUser(long directoryId, UserTemplate user, PasswordCredential credential)
      throws InvalidCredentialException,
          InvalidUserException,
          DirectoryPermissionException,
          DirectoryNotFoundException,
          OperationFailedException,
          UserAlreadyExistsException {
    try (Session session = database.open()) {
      directories.requireAllowed(session, directoryId, OperationType.CREATE_USER);
      return session.commit(add(session, directoryId, user, Map.of(), credential));
    }
  }

  @Override
  public User updateUser(long directoryId, UserTemplate user)
      throws DirectoryNotFoundException,
          UserNotFoundException,
          DirectoryPermissionException,
          InvalidUserException,
          OperationFailedException {
    try (Session session = database.open()) {
      directories.requireAllowed(session, directoryId, OperationType.UPDATE_USER);
      requireDirectory(directoryId, user);
      return session.commit(users.update(session, user));
    }
  }

  @Override
  public User renameUser(long directoryId, String oldUsername, String newUsername)
      throws DirectoryNotFoundException,
          UserNotFoundException,
          OperationFailedException,
          DirectoryPermissionException,
          InvalidUserException,
          UserAlreadyExistsException {
    try (Session session = database.open()) {
      directories.requireAllowed(session, directoryId, OperationType.UPDATE_USER);
      return session.commit(users.rename(session, directoryId, oldUsername, newUsername));
    }
  }

  @Override
  public void storeUserAttributes(
      long directoryId, String username, Map<String, Set<String>> attributes)
      throws DirectoryPermissionException,
          DirectoryNotFoundException,
          UserNotFoundException,
          OperationFailedException {
    try (Session session = database.open()) {
      directories.requireAllowed(session, directoryId, OperationType.UPDATE_USER_ATTRIBUTE);
      storeAttributes(session, directoryId, username, attributes);
      session.commit();
    }
  }

  @Override
  public void removeUserAttributes(long directoryId, String username, String attributeName)
      throws DirectoryPermissionException,
          DirectoryNotFoundException,
          UserNotFoundException,
          OperationFailedException {
    try (Session session = database.open()) {
      directories.requireAllowed(session, directoryId, OperationType.UPDATE_USER_ATTRIBUTE);
      users.removeAttribute(session, directoryId, username, attributeName);
      session.commit();
    }
  }

  @Override
  public void updateUserCredential(long directoryId, String username, PasswordCredential credential)
      throws DirectoryPermissionException,
          InvalidCredentialException,
          DirectoryNotFoundException,
          UserNotFoundException,
          OperationFailedException {
    try (Session session = database.open()) {
      directories.requireAllowed(session, directoryId, OperationType.UPDATE_USER);
      if (credential == null) {
        throw new IllegalArgumentException("The credential may not be null");
      }
      StoredUser user = users.require(session, directoryId, username);
      Directory directory = directories.load(session, directoryId);
      users.updateCredential(session, user, passwords.toStored(directory, credential));
      session.commit();
    }
  }

  @Override
  public void removeUser(long directoryId, String username)
      throws DirectoryNotFoundException,
          UserNotFoundException,
          DirectoryPermissionException,
          OperationFailedException {
    try (Session session = database.open()) {
      directories.requireAllowed(session, directoryId, OperationType.DELETE_USER);
      users.remove(session, directoryId, username);
      session.commit();
    }
  }

  @Override
  public Group findGroupByName(long directoryId, String groupName)
      throws GroupNotFoundException, DirectoryNotFoundException, OperationFailedException {
    try (Session session = database.open()) {
      directories.require(session, directoryId);
      return groups.require(session, directoryId, groupName);
    }
  }

  @Override
  public GroupWithAttributes findGroupWithAttributesByName(long directoryId, String groupName)
      throws GroupNotFoundException, DirectoryNotFoundException, OperationFailedException {
    try (Session session = database.open()) {
      directories.require(session, directoryId);
      StoredGroup group = groups.require(session, directoryId, groupName);
      return groups.withAttributes(session, group).withoutDates();
    }
  }

  @Override
  public <T> List<T> searchGroups(long directoryId, EntityQuery<T> query)
      throws DirectoryNotFoundException, OperationFailedException {
    try (Session session = database.open()) {
      directories.require(session, directoryId);
      return Searches.entities(session, EntityReader.GROUPS, directoryId, query);
    }
  }

  @Override
  public Group addGroup(long directoryId, GroupTemplate group)
      throws InvalidGroupException,
          DirectoryPermissionException,
          DirectoryNotFoundException,
          OperationFailedException {
    try (Session session = database.open()) {
      directories.requireAllowed(session, directoryId, OperationType.CREATE_GROUP);
      requireDirectory(directoryId, group);
      return session.commit(groups.add(session, group));
    }
  }

  @Override
  public Group updateGroup(long directoryId, GroupTemplate group)
      throws GroupNotFoundException,
          DirectoryNotFoundException,
          DirectoryPermissionException,
          InvalidGroupException,
          OperationFailedException,
          ReadOnlyGroupException {
    try (Session session = database.open()) {
      directories.requireAllowed(session, directoryId, OperationType.UPDATE_GROUP);
      requireDirectory(directoryId, group);
      return session.commit(groups.update(session, group));
    }
  }

  @Override
  public Group renameGroup(long directoryId, String oldGroupname, String newGroupname)
      throws GroupNotFoundException,
          DirectoryNotFoundException,
          DirectoryPermissionException,
          InvalidGroupException,
          OperationFailedException {
    try (Session session = database.open()) {
      directories.requireAllowed(session, directoryId, OperationType.UPDATE_GROUP);
      return session.commit(groups.rename(session, directoryId, oldGroupname, newGroupname));
    }
  }

  @Override
  public void storeGroupAttributes(
      long directoryId, String groupName, Map<String, Set<String>> attributes)
      throws DirectoryPermissionException,
          GroupNotFoundException,
          DirectoryNotFoundException,
          OperationFailedException {
    try (Session session = database.open()) {
      directories.requireAllowed(session, directoryId, OperationType.UPDATE_GROUP_ATTRIBUTE);
      groups.storeAttributes(session, directoryId, groupName, attributes);
      session.commit();
    }
  }

  @Override
  public void removeGroupAttributes(long directoryId, String groupName, String attributeName)
      throws DirectoryPermissionException,
          GroupNotFoundException,
          DirectoryNotFoundException,
          OperationFailedException {
    try (Session session = database.open()) {
      directories.requireAllowed(session, directoryId, OperationType.UPDATE_GROUP_ATTRIBUTE);
      groups.removeAttribute(session, directoryId, groupName, attributeName);
      session.commit();
    }
  }

  @Override
  public void removeGroup(long directoryId, String groupName)
      throws GroupNotFoundException,
          DirectoryNotFoundException,
          DirectoryPermissionException,
          OperationFailedException,
          ReadOnlyGroupException {
    try (Session session = database.open()) {
      directories.requireAllowed(session, directoryId, OperationType.DELETE_GROUP);
      groups.remove(session, directoryId, groupName);
      session.commit();
    }
  }

  @Override
  public boolean isUserDirectGroupMember(long directoryId, String username, String groupName)
      throws DirectoryNotFoundException, OperationFailedException {
    try (Session session = database.open()) {
      directories.require(session, directoryId);
      return memberships.isMember(session, directoryId, username, groupName);
    }
  }

  @Override
  public boolean isGroupDirectGroupMember(long directoryId, String childGroup, String parentGroup)
      throws DirectoryNotFoundException, OperationFailedException {
    try (Session session = database.open()) {
      directories.require(session, directoryId);
      return memberships.isChild(session, directoryId, childGroup, parentGroup);
    }
  }

  @Override
  public void addUserToGroup(long directoryId, String username, String groupName)
      throws DirectoryPermissionException,
          DirectoryNotFoundException,
          UserNotFoundException,
          GroupNotFoundException,
          OperationFailedException,
          ReadOnlyGroupException,
          MembershipAlreadyExistsException {
    try (Session session = database.open()) {
      directories.requireAllowed(session, directoryId, OperationType.UPDATE_GROUP);
      memberships.addUser(session, directoryId, username, groupName);
      session.commit();
    }
  }

  @Override
  public void addGroupToGroup(long directoryId, String childGroup, String parentGroup)
      throws DirectoryPermissionException,
          DirectoryNotFoundException,
          GroupNotFoundException,
          InvalidMembershipException,
          NestedGroupsNotSupportedException,
          OperationFailedException,
          ReadOnlyGroupException,
          MembershipAlreadyExistsException {
    try (Session session = database.open()) {
      directories.requireAllowed(session, directoryId, OperationType.UPDATE_GROUP);
      memberships.addGroup(session, directoryId, childGroup, parentGroup);
      session.commit();
    }
  }

  @Override
  public void removeUserFromGroup(long directoryId, String username, String groupName)
      throws DirectoryPermissionException,
          DirectoryNotFoundException,
          UserNotFoundException,
          GroupNotFoundException,
          MembershipNotFoundException,
          OperationFailedException,
          ReadOnlyGroupException {
    try (Session session = database.open()) {
      directories.requireAllowed(session, directoryId, OperationType.UPDATE_GROUP);
      memberships.removeUser(session, directoryId, username, groupName);
      session.commit();
    }
  }

  @Override
  public void removeGroupFromGroup(long directoryId, String childGroup, String parentGroup)
      throws DirectoryPermissionException,
          GroupNotFoundException,
          DirectoryNotFoundException,
          InvalidMembershipException,
          MembershipNotFoundException,
          OperationFailedException,
          ReadOnlyGroupException {
    try (Session session = database.open()) {
      directories.requireAllowed(session, directoryId, OperationType.UPDATE_GROUP);
      memberships.removeGroup(session, directoryId, childGroup, parentGroup);
      session.commit();
    }
  }

  @Override
  public <T> List<T> searchDirectGroupRelationships(long directoryId, MembershipQuery<T> query)
      throws DirectoryNotFoundException, OperationFailedException {
    try (Session session = database.open()) {
      directories.require(session, directoryId);
      return Searches.memberships(session, directoryId, query);
    }
  }

  @Override
  public boolean isUserNestedGroupMember(long directoryId, String username, String groupName)
      throws DirectoryNotFoundException, OperationFailedException {
    try (Session session = database.open()) {
      directories.require(session, directoryId);
      Collection<String> all = memberships.closure(session, directoryId, List.of(groupName), true);
      return all.stream()
          .anyMatch(group -> memberships.isMember(session, directoryId, username, group));
    }
  }

  @Override
  public BoundedCount countDirectMembersOfGroup(
      long directoryId, String groupName, int potentialMaxCount)
      throws DirectoryNotFoundException, OperationFailedException {
    try (Session session = database.open()) {
      directories.require(session, directoryId);
      long count = memberships.count(session, directoryId, groupName, potentialMaxCount);
      return BoundedCount.fromCountedItemsAndLimit(count, potentialMaxCount);
    }
  }

  @Override
  public <T> List<T> searchNestedGroupRelationships(long directoryId, MembershipQuery<T> query)
      throws DirectoryNotFoundException, OperationFailedException {
    try (Session session = database.open()) {
      directories.require(session, directoryId);
      return nested(session, directoryId, query);
    }
  }

  @Override
  public BulkAddResult<User> addAllUsers(
      long directoryId,
      Collection<UserTemplateWithCredentialAndAttributes> templates,
      boolean overwrite)
      throws DirectoryPermissionException, DirectoryNotFoundException, OperationFailedException {
    try (Session session = database.open()) {
      directories.requireAllowed(session, directoryId, OperationType.CREATE_USER);
      BulkAddResult.Builder<User> result =
          BulkAddResult.<User>builder(templates.size()).setOverwrite(overwrite);
      for (UserTemplateWithCredentialAndAttributes user : templates) {
        addOne(session, directoryId, user, overwrite, result);
      }
      return session.commit(result.build());
    }
  }

  @Override
  public BulkAddResult<String> addAllUsersToGroup(
      long directoryId, Collection<String> userNames, String groupName)
      throws DirectoryPermissionException,
          DirectoryNotFoundException,
          GroupNotFoundException,
          OperationFailedException {
    try (Session session = database.open()) {
      directories.requireAllowed(session, directoryId, OperationType.UPDATE_GROUP);
      groups.require(session, directoryId, groupName);
      BulkAddResult.Builder<String> result = BulkAddResult.builder(userNames.size());
      for (String name : userNames) {
        try {
          memberships.addUser(session, directoryId, name, groupName);
        } catch (MembershipAlreadyExistsException e) {
          result.addExistingEntity(name);
        } catch (UserNotFoundException e) {
          result.addFailedEntity(name);
        }
      }
      return session.commit(result.build());
    }
  }

  @Override
  public boolean supportsNestedGroups(long directoryId)
      throws DirectoryInstantiationException, DirectoryNotFoundException {
    try (Session session = database.openUnchecked()) {
      directories.load(session, directoryId);
      return directories.supportsNestedGroups(session, directoryId);
    }
  }

  @Override
  public boolean isSynchronisable(long directoryId)
      throws DirectoryInstantiationException, DirectoryNotFoundException {
    try (Session session = database.openUnchecked()) {
      directories.load(session, directoryId);
      return false;
    }
  }

  @Override
  public boolean isSynchronising(long directoryId)
      throws DirectoryInstantiationException, DirectoryNotFoundException {
    try (Session session = database.openUnchecked()) {
      directories.load(session, directoryId);
      return false;
    }
  }

  private UserWithAttributes found(Session session, StoredUser user) {
    StoredUserWithAttributes result = users.withAttributes(session, user);
    return Uncertain.FOUND_USER_WITH_ATTRIBUTES_HAS_DATES.holds() ? result : result.withoutDates();
  }

  private StoredUser add(
      Session session,
      long directoryId,
      UserTemplate user,
      Map<String, Set<String>> attributes,
      PasswordCredential credential)
      throws InvalidCredentialException,
          InvalidUserException,
          UserAlreadyExistsException,
          DirectoryNotFoundException {
    requireDirectory(directoryId, user);
    Directory directory = directories.load(session, directoryId);
    return users.add(session, user, attributes, passwords.toStored(directory, credential));
  }

  private void addOne(
      Session session,
      long directoryId,
      UserTemplateWithCredentialAndAttributes user,
      boolean overwrite,
      BulkAddResult.Builder<User> result)
      throws DirectoryNotFoundException {
    try {
      if (EntityReader.USERS.byName(session, directoryId, user.getName()) != null) {
        result.addExistingEntity(user);
        if (!overwrite) {
          return;
        }
        users.remove(session, directoryId, user.getName());
      }
      add(session, directoryId, user, user.getAttributes(), user.getCredential());
    } catch (InvalidCredentialException
        | InvalidUserException
        | UserAlreadyExistsException
        | UserNotFoundException e) {
      result.addFailedEntity(user);
    }
  }

  /** Unlike other methods, this one wraps what is unchecked. */
  private void storeAttributes(
      Session session, long directoryId, String username, Map<String, Set<String>> attributes)
      throws UserNotFoundException, OperationFailedException {
    try {
      users.storeAttributes(session, directoryId, username, attributes);
    } catch (RuntimeException e) {
      throw new OperationFailedException(e);
    }
  }

  private <T> List<T> nested(Session session, long directoryId, MembershipQuery<T> query) {
    Collection<String> names = query.getEntityNamesToMatch();
    if (query.isFindChildren()) {
      names = memberships.closure(session, directoryId, names, true);
    } else if (query.getEntityToMatch().getEntityType() == Entity.GROUP) {
      names = memberships.closure(session, directoryId, names, false);
    } else {
      return Searches.groupsNamed(session, directoryId, query, around(session, directoryId, names));
    }
    return Searches.memberships(session, directoryId, query.withEntityNames(names));
  }

  private Collection<String> around(
      Session session, long directoryId, Collection<String> userNames) {
    List<String> direct =
        userNames.stream()
            .flatMap(name -> memberships.groupsOf(session, directoryId, name).stream())
            .toList();
    return memberships.closure(session, directoryId, direct, false);
  }

  private void log(Session session, AuditLogEventType type, long id, String name) {
    audit.record(session, type, List.of(AuditEvent.Thing.directory(id, name)), List.of());
  }

  private static void requireDirectory(long directoryId, DirectoryEntity entity) {
    if (entity.getDirectoryId() != directoryId) {
      throw new IllegalArgumentException(
          "The entity belongs to directory " + entity.getDirectoryId() + ", not " + directoryId);
    }
  }
}
