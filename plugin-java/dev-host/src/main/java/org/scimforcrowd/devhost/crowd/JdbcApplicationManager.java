package org.scimforcrowd.devhost.crowd;

import static com.atlassian.crowd.audit.AuditLogEventType.APPLICATION_CREATED;
import static com.atlassian.crowd.audit.AuditLogEventType.APPLICATION_DELETED;
import static com.atlassian.crowd.audit.AuditLogEventType.APPLICATION_UPDATED;

import com.atlassian.crowd.audit.AuditLogEntityType;
import com.atlassian.crowd.audit.AuditLogEventType;
import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.DirectoryType;
import com.atlassian.crowd.embedded.api.OperationType;
import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.exception.ApplicationAlreadyExistsException;
import com.atlassian.crowd.exception.ApplicationNotFoundException;
import com.atlassian.crowd.exception.DirectoryNotFoundException;
import com.atlassian.crowd.exception.InvalidCredentialException;
import com.atlassian.crowd.manager.application.ApplicationManager;
import com.atlassian.crowd.manager.application.ApplicationManagerException;
import com.atlassian.crowd.model.application.Application;
import com.atlassian.crowd.model.application.RemoteAddress;
import com.atlassian.crowd.model.directory.ImmutableDirectory;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import java.util.List;
import java.util.Set;

/** Crowd's ApplicationManager on a database. Each call is a transaction of its own. */
final class JdbcApplicationManager implements ApplicationManager {
  /** Applications have no password rules. */
  private static final Directory NO_RULES =
      ImmutableDirectory.builder("none", DirectoryType.INTERNAL, "none").build();

  private final Database database;
  private final AuditTrail audit;
  private final DirectoryRows directories;
  private final ApplicationRows applications;
  private final Passwords passwords = new Passwords();

  JdbcApplicationManager(Database database, AuditTrail audit, DirectoryRows directories) {
    this.database = database;
    this.audit = audit;
    this.directories = directories;
    this.applications = new ApplicationRows(directories);
  }

  @Override
  public Application add(Application application)
      throws InvalidCredentialException, ApplicationAlreadyExistsException {
    try (Session session = database.openUnchecked()) {
      String lower = Names.lower(application.getName());
      if (!applications.select(session, "e.lower_application_name = ?", lower).isEmpty()) {
        throw new ApplicationAlreadyExistsException("Application <" + lower + "> already exists");
      }
      String credential = passwords.toStored(NO_RULES, application.getCredential());
      long id = applications.insert(session, application, credential);
      log(session, APPLICATION_CREATED, id, application.getName());
      return session.commit(applications.load(session, id));
    } catch (ApplicationNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Application findById(long id) throws ApplicationNotFoundException {
    try (Session session = database.openUnchecked()) {
      return applications.load(session, id);
    }
  }

  @Override
  public Application findByName(String name) throws ApplicationNotFoundException {
    try (Session session = database.openUnchecked()) {
      return applications.load(session, name);
    }
  }

  @Override
  public void remove(Application application) throws ApplicationManagerException {
    try (Session session = database.openUnchecked()) {
      if (applications.load(session, application.getId()).isPermanent()) {
        throw new ApplicationManagerException("Cannot delete a permanent application");
      }
      session.update("DELETE FROM cwd_application WHERE id = ?", application.getId());
      log(session, APPLICATION_DELETED, application.getId(), application.getName());
      session.commit();
    } catch (ApplicationNotFoundException e) {
      throw new ApplicationManagerException(e);
    }
  }

  @Override
  public void removeDirectoryFromApplication(Directory directory, Application application)
      throws ApplicationManagerException {
    try (Session session = database.openUnchecked()) {
      applications.load(session, application.getId());
      session.update(
          "DELETE FROM cwd_app_dir_mapping WHERE application_id = ? AND directory_id = ?",
          application.getId(),
          directory.getId());
      updated(session, application);
    } catch (ApplicationNotFoundException e) {
      throw new ApplicationManagerException(e);
    }
  }

  @Override
  public void addDirectoryMapping(
      Application application,
      Directory directory,
      boolean allowAllToAuthenticate,
      OperationType... operationTypes)
      throws ApplicationNotFoundException, DirectoryNotFoundException {
    try (Session session = database.openUnchecked()) {
      applications.load(session, application.getId());
      directories.load(session, directory.getId());
      if (applications.mapping(session, application.getId(), directory.getId()).isEmpty()) {
        applications.insertMapping(
            session,
            application.getId(),
            directory.getId(),
            allowAllToAuthenticate,
            List.of(operationTypes));
      }
      updated(session, application);
    }
  }

  @Override
  public void updateDirectoryMapping(Application application, Directory directory, int position)
      throws ApplicationNotFoundException, DirectoryNotFoundException {
    try (Session session = database.openUnchecked()) {
      mapping(session, application, directory);
      applications.move(session, application.getId(), directory.getId(), position);
      updated(session, application);
    }
  }

  @Override
  public void updateDirectoryMapping(
      Application application, Directory directory, boolean allowAllToAuthenticate)
      throws ApplicationNotFoundException, DirectoryNotFoundException {
    try (Session session = database.openUnchecked()) {
      long mapping = mapping(session, application, directory);
      allowAll(session, mapping, allowAllToAuthenticate);
      updated(session, application);
    }
  }

  @Override
  public void updateDirectoryMapping(
      Application application,
      Directory directory,
      boolean allowAllToAuthenticate,
      Set<OperationType> operationTypes)
      throws ApplicationNotFoundException, DirectoryNotFoundException {
    try (Session session = database.openUnchecked()) {
      long mapping = mapping(session, application, directory);
      allowAll(session, mapping, allowAllToAuthenticate);
      applications.updateOperations(session, mapping, operationTypes);
      updated(session, application);
    }
  }

  @Override
  public void addRemoteAddress(Application application, RemoteAddress remoteAddress)
      throws ApplicationNotFoundException {
    try (Session session = database.openUnchecked()) {
      if (!applications
          .load(session, application.getId())
          .hasRemoteAddress(remoteAddress.getAddress())) {
        session.update(
            "INSERT INTO cwd_application_address VALUES (?, ?)",
            application.getId(),
            remoteAddress.getAddress());
      }
      updated(session, application);
    }
  }

  @Override
  public void removeRemoteAddress(Application application, RemoteAddress remoteAddress)
      throws ApplicationNotFoundException {
    try (Session session = database.openUnchecked()) {
      applications.load(session, application.getId());
      session.update(
          "DELETE FROM cwd_application_address WHERE application_id = ? AND remote_address = ?",
          application.getId(),
          remoteAddress.getAddress());
      updated(session, application);
    }
  }

  /** Nothing happens where the directory is not mapped. */
  @Override
  public void addGroupMapping(Application application, Directory directory, String groupName)
      throws ApplicationNotFoundException {
    try (Session session = database.openUnchecked()) {
      Application stored = applications.load(session, application.getId());
      var mapping = stored.getApplicationDirectoryMapping(directory.getId());
      if (mapping != null && !mapping.getAuthorisedGroupNames().contains(groupName)) {
        session.insert(
            "INSERT INTO cwd_app_dir_group_mapping (app_dir_mapping_id, application_id,"
                + " directory_id, group_name) SELECT id, application_id, directory_id, ?"
                + " FROM cwd_app_dir_mapping WHERE application_id = ? AND directory_id = ?",
            groupName,
            application.getId(),
            directory.getId());
      }
      updated(session, application);
    }
  }

  @Override
  public void removeGroupMapping(Application application, Directory directory, String groupName)
      throws ApplicationNotFoundException {
    try (Session session = database.openUnchecked()) {
      applications.load(session, application.getId());
      session.update(
          "DELETE FROM cwd_app_dir_group_mapping WHERE application_id = ? AND directory_id = ?"
              + " AND LOWER(group_name) = ?",
          application.getId(),
          directory.getId(),
          Names.lower(groupName));
      updated(session, application);
    }
  }

  @Override
  public Application update(Application application)
      throws ApplicationManagerException, ApplicationNotFoundException {
    try (Session session = database.openUnchecked()) {
      applications.load(session, application.getId());
      applications.update(session, application);
      updated(session, application);
      return applications.load(session, application.getId());
    }
  }

  @Override
  public void updateCredential(Application application, PasswordCredential passwordCredential)
      throws ApplicationManagerException, ApplicationNotFoundException {
    try (Session session = database.openUnchecked()) {
      applications.load(session, application.getId());
      session.update(
          "UPDATE cwd_application SET credential = ? WHERE id = ?",
          passwords.toStored(NO_RULES, passwordCredential),
          application.getId());
      updated(session, application);
    } catch (InvalidCredentialException e) {
      throw new ApplicationManagerException(e);
    }
  }

  @Override
  public boolean authenticate(Application application, PasswordCredential testCredential)
      throws ApplicationNotFoundException {
    try (Session session = database.openUnchecked()) {
      PasswordCredential stored = applications.load(session, application.getId()).getCredential();
      return stored != null
          && Passwords.fits(stored.getCredential(), testCredential.getCredential());
    }
  }

  @Override
  @SuppressWarnings("rawtypes")
  public List<Application> search(EntityQuery query) {
    Condition condition = Condition.of(EntityTable.APPLICATION, 0, query.getSearchRestriction());
    try (Session session = database.openUnchecked()) {
      return applications.select(
          session,
          condition.sql()
              + " ORDER BY e.lower_application_name"
              + EntityReader.page(query.getStartIndex(), query.getMaxResults()),
          condition.parameters().toArray());
    }
  }

  @Override
  public List<Application> findAll() {
    try (Session session = database.openUnchecked()) {
      return applications.select(session, "1 = 1 ORDER BY e.lower_application_name");
    }
  }

  private long mapping(Session session, Application application, Directory directory)
      throws ApplicationNotFoundException, DirectoryNotFoundException {
    applications.load(session, application.getId());
    return applications
        .mapping(session, application.getId(), directory.getId())
        .orElseThrow(() -> new DirectoryNotFoundException(directory.getId()));
  }

  private static void allowAll(Session session, long mapping, boolean allowAll) {
    session.update("UPDATE cwd_app_dir_mapping SET allow_all = ? WHERE id = ?", allowAll, mapping);
  }

  private void updated(Session session, Application application) {
    log(session, APPLICATION_UPDATED, application.getId(), application.getName());
    session.commit();
  }

  private void log(Session session, AuditLogEventType type, long id, String name) {
    audit.record(
        session,
        type,
        List.of(new AuditEvent.Thing(AuditLogEntityType.APPLICATION, id, name)),
        List.of());
  }
}
