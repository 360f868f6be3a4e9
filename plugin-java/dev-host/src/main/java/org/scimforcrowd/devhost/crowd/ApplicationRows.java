package org.scimforcrowd.devhost.crowd;

import com.atlassian.crowd.embedded.api.OperationType;
import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.exception.ApplicationNotFoundException;
import com.atlassian.crowd.exception.DirectoryNotFoundException;
import com.atlassian.crowd.model.application.Application;
import com.atlassian.crowd.model.application.ApplicationDirectoryMapping;
import com.atlassian.crowd.model.application.ApplicationType;
import com.atlassian.crowd.model.application.ImmutableApplicationDirectoryMapping;
import com.atlassian.crowd.model.application.RemoteAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tables of applications and of their directory mappings. */
final class ApplicationRows {
  private final DirectoryRows directories;

  ApplicationRows(DirectoryRows directories) {
    this.directories = directories;
  }

  Application load(Session session, long id) throws ApplicationNotFoundException {
    return select(session, "e.id = ?", id).stream()
        .findFirst()
        .orElseThrow(() -> new ApplicationNotFoundException(id));
  }

  Application load(Session session, String name) throws ApplicationNotFoundException {
    return select(session, "e.lower_application_name = ?", Names.lower(name)).stream()
        .findFirst()
        .orElseThrow(() -> new ApplicationNotFoundException(name));
  }

  List<Application> select(Session session, String tail, Object... parameters) {
    return session.list(
        "SELECT e.* FROM cwd_application e WHERE " + tail, row -> read(session, row), parameters);
  }

  /** Without mappings. */
  long insert(Session session, Application application, String credential) {
    long id =
        session.insert(
            "INSERT INTO cwd_application (application_name, lower_application_name, created_date,"
                + " updated_date, active, description, application_type, credential)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            application.getName(),
            Names.lower(application.getName()),
            session.now(),
            session.now(),
            application.isActive(),
            Names.cut(application.getDescription()),
            application.getType(),
            credential);
    insertAttributes(session, id, application);
    return id;
  }

  /** Name, description, active and attributes; not mappings. */
  void update(Session session, Application application) {
    session.update(
        "UPDATE cwd_application SET application_name = ?, lower_application_name = ?,"
            + " updated_date = ?, active = ?, description = ? WHERE id = ?",
        application.getName(),
        Names.lower(application.getName()),
        session.now(),
        application.isActive(),
        Names.cut(application.getDescription()),
        application.getId());
    session.update(
        "DELETE FROM cwd_application_attribute WHERE application_id = ?", application.getId());
    insertAttributes(session, application.getId(), application);
  }

  /** The id of the mapping, if the directory is mapped. */
  Optional<Long> mapping(Session session, long applicationId, long directoryId) {
    return session.first(
        "SELECT id FROM cwd_app_dir_mapping WHERE application_id = ? AND directory_id = ?",
        row -> row.getLong(1),
        applicationId,
        directoryId);
  }

  long insertMapping(
      Session session,
      long applicationId,
      long directoryId,
      boolean allowAll,
      Collection<OperationType> operations) {
    long id =
        session.insert(
            "INSERT INTO cwd_app_dir_mapping (application_id, directory_id, allow_all, list_index)"
                + " SELECT ?, ?, ?, COUNT(*) FROM cwd_app_dir_mapping WHERE application_id = ?",
            applicationId,
            directoryId,
            allowAll,
            applicationId);
    insertOperations(session, id, operations);
    return id;
  }

  void updateOperations(Session session, long mappingId, Collection<OperationType> operations) {
    session.update("DELETE FROM cwd_app_dir_operation WHERE app_dir_mapping_id = ?", mappingId);
    insertOperations(session, mappingId, operations);
  }

  /** Puts the directory at that place among the application's directories. */
  void move(Session session, long applicationId, long directoryId, int position) {
    List<Long> order =
        new ArrayList<>(
            session.list(
                "SELECT directory_id FROM cwd_app_dir_mapping WHERE application_id = ?"
                    + " ORDER BY list_index",
                row -> row.getLong(1),
                applicationId));
    order.remove(directoryId);
    order.add(Math.max(0, Math.min(position, order.size())), directoryId);
    List<Object[]> rows = new ArrayList<>();
    order.forEach(id -> rows.add(new Object[] {rows.size(), applicationId, id}));
    session.batch(
        "UPDATE cwd_app_dir_mapping SET list_index = ? WHERE application_id = ? AND directory_id ="
            + " ?",
        rows);
  }

  private static void insertOperations(
      Session session, long mappingId, Collection<OperationType> operations) {
    session.batch(
        "INSERT INTO cwd_app_dir_operation VALUES (?, ?)",
        operations.stream().distinct().map(o -> new Object[] {mappingId, o}).toList());
  }

  private static void insertAttributes(Session session, long id, Application application) {
    List<Object[]> rows = new ArrayList<>();
    application.getAttributes().forEach((name, value) -> rows.add(new Object[] {id, name, value}));
    session.batch("INSERT INTO cwd_application_attribute VALUES (?, ?, ?)", rows);
  }

  private Application read(Session session, ResultSet row) throws SQLException {
    long id = row.getLong("id");
    String credential = row.getString("credential");
    return new StoredApplication(
        id,
        row.getString("application_name"),
        ApplicationType.valueOf(row.getString("application_type")),
        row.getString("description"),
        credential == null ? null : PasswordCredential.encrypted(credential),
        Session.flag(row, "active"),
        attributes(session, id),
        mappings(session, id),
        addresses(session, id),
        Session.date(row, "created_date"),
        Session.date(row, "updated_date"));
  }

  private List<ApplicationDirectoryMapping> mappings(Session session, long applicationId) {
    return session.list(
        "SELECT * FROM cwd_app_dir_mapping WHERE application_id = ? ORDER BY list_index, id",
        row -> mapping(session, row),
        applicationId);
  }

  private ApplicationDirectoryMapping mapping(Session session, ResultSet row) throws SQLException {
    try {
      long id = row.getLong("id");
      return ImmutableApplicationDirectoryMapping.builder()
          .setDirectory(directories.load(session, row.getLong("directory_id")))
          .setAllowAllToAuthenticate(Session.flag(row, "allow_all"))
          .setAuthorisedGroupNames(
              texts(
                  session,
                  "SELECT group_name FROM cwd_app_dir_group_mapping WHERE app_dir_mapping_id = ?",
                  id))
          .setAllowedOperations(operations(session, id))
          .build();
    } catch (DirectoryNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Set<OperationType> operations(Session session, long mappingId) {
    Set<OperationType> result = new HashSet<>();
    texts(
            session,
            "SELECT operation_type FROM cwd_app_dir_operation WHERE app_dir_mapping_id = ?",
            mappingId)
        .forEach(name -> result.add(OperationType.valueOf(name)));
    return result;
  }

  private static Set<RemoteAddress> addresses(Session session, long applicationId) {
    Set<RemoteAddress> result = new HashSet<>();
    texts(
            session,
            "SELECT remote_address FROM cwd_application_address WHERE application_id = ?",
            applicationId)
        .forEach(address -> result.add(new RemoteAddress(address)));
    return result;
  }

  private static Map<String, String> attributes(Session session, long applicationId) {
    Map<String, String> result = new HashMap<>();
    session.list(
        "SELECT attribute_name, attribute_value FROM cwd_application_attribute"
            + " WHERE application_id = ?",
        row -> result.put(row.getString(1), row.getString(2)),
        applicationId);
    return result;
  }

  private static Set<String> texts(Session session, String sql, long id) {
    return new HashSet<>(session.list(sql, row -> row.getString(1), id));
  }
}
