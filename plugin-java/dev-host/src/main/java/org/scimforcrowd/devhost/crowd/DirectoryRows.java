package org.scimforcrowd.devhost.crowd;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.DirectoryType;
import com.atlassian.crowd.embedded.api.OperationType;
import com.atlassian.crowd.exception.DirectoryNotFoundException;
import com.atlassian.crowd.exception.OperationFailedException;
import com.atlassian.crowd.manager.directory.DirectoryPermissionException;
import com.atlassian.crowd.model.directory.ImmutableDirectory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables of directories. */
final class DirectoryRows {
  /** Unless it is there (and, if the switch says so, active), the call ends here. */
  void require(Session session, long id)
      throws DirectoryNotFoundException, OperationFailedException {
    boolean active =
        session
            .first(
                "SELECT active FROM cwd_directory WHERE id = ?",
                row -> Session.flag(row, "active"),
                id)
            .orElseThrow(() -> new DirectoryNotFoundException(id));
    if (!active && !Uncertain.INACTIVE_DIRECTORY_IS_SERVED.holds()) {
      throw new OperationFailedException("Directory <" + id + "> is inactive");
    }
  }

  /** As {@link #require}, and the operation must be allowed. */
  void requireAllowed(Session session, long id, OperationType operation)
      throws DirectoryNotFoundException, OperationFailedException, DirectoryPermissionException {
    require(session, id);
    if (!session.exists(
        "SELECT 1 FROM cwd_directory_operation WHERE directory_id = ? AND operation_type = ?",
        id,
        operation)) {
      throw new DirectoryPermissionException(
          "Directory <" + id + "> does not allow operation " + operation);
    }
  }

  boolean supportsNestedGroups(Session session, long id) {
    return session.exists(
        "SELECT 1 FROM cwd_directory_attribute WHERE directory_id = ?"
            + " AND attribute_name = 'useNestedGroups' AND attribute_value = 'true'",
        id);
  }

  Directory load(Session session, long id) throws DirectoryNotFoundException {
    List<Directory> found = select(session, "e.id = ?", id);
    if (found.isEmpty()) {
      throw new DirectoryNotFoundException(id);
    }
    return found.get(0);
  }

  Directory load(Session session, String name) throws DirectoryNotFoundException {
    List<Directory> found = select(session, "e.lower_directory_name = ?", Names.lower(name));
    if (found.isEmpty()) {
      throw new DirectoryNotFoundException(name);
    }
    return found.get(0);
  }

  /** Directories with their attributes and operations, by name; `tail` may end with a page. */
  List<Directory> select(Session session, String tail, Object... parameters) {
    List<ImmutableDirectory.Builder> rows = new ArrayList<>();
    List<Long> ids = new ArrayList<>();
    session.list(
        "SELECT e.* FROM cwd_directory e WHERE " + tail,
        row -> ids.add(row.getLong("id")) && rows.add(builder(row)),
        parameters);
    List<Directory> result = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Map<String, String> attributes = attributes(session, ids.get(i));
      result.add(
          rows.get(i)
              .setAttributes(attributes)
              .setEncryptionType(attributes.get("user_encryption_method"))
              .setAllowedOperations(operations(session, ids.get(i)))
              .build());
    }
    return result;
  }

  long insert(Session session, Directory directory) {
    Names.requireText(directory.getName());
    long id =
        session.insert(
            "INSERT INTO cwd_directory (directory_name, lower_directory_name, created_date,"
                + " updated_date, active, description, impl_class, lower_impl_class,"
                + " directory_type) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            directory.getName(),
            Names.lower(directory.getName()),
            session.now(),
            session.now(),
            directory.isActive(),
            Names.cut(directory.getDescription()),
            directory.getImplementationClass(),
            Names.lower(directory.getImplementationClass()),
            directory.getType());
    insertDetails(session, id, directory);
    return id;
  }

  void update(Session session, Directory directory) {
    session.update(
        "UPDATE cwd_directory SET directory_name = ?, lower_directory_name = ?, updated_date = ?,"
            + " active = ?, description = ? WHERE id = ?",
        directory.getName(),
        Names.lower(directory.getName()),
        session.now(),
        directory.isActive(),
        Names.cut(directory.getDescription()),
        directory.getId());
    deleteDetails(session, directory.getId());
    insertDetails(session, directory.getId(), directory);
  }

  /** With everything that lives in it, and its mappings. */
  void delete(Session session, long id) {
    session.update("DELETE FROM cwd_app_dir_mapping WHERE directory_id = ?", id);
    session.update("DELETE FROM cwd_membership WHERE directory_id = ?", id);
    session.update("DELETE FROM cwd_user WHERE directory_id = ?", id);
    session.update("DELETE FROM cwd_group WHERE directory_id = ?", id);
    session.update("DELETE FROM cwd_tombstone WHERE directory_id = ?", id);
    deleteDetails(session, id);
    session.update("DELETE FROM cwd_directory WHERE id = ?", id);
  }

  private static void deleteDetails(Session session, long id) {
    session.update("DELETE FROM cwd_directory_attribute WHERE directory_id = ?", id);
    session.update("DELETE FROM cwd_directory_operation WHERE directory_id = ?", id);
  }

  private static void insertDetails(Session session, long id, Directory directory) {
    List<Object[]> attributes = new ArrayList<>();
    directory
        .getAttributes()
        .forEach((name, value) -> attributes.add(new Object[] {id, name, value}));
    session.batch("INSERT INTO cwd_directory_attribute VALUES (?, ?, ?)", attributes);
    List<Object[]> operations = new ArrayList<>();
    directory.getAllowedOperations().forEach(o -> operations.add(new Object[] {id, o}));
    session.batch("INSERT INTO cwd_directory_operation VALUES (?, ?)", operations);
  }

  private static ImmutableDirectory.Builder builder(ResultSet row) throws SQLException {
    return ImmutableDirectory.builder(
            row.getString("directory_name"),
            DirectoryType.valueOf(row.getString("directory_type")),
            row.getString("impl_class"))
        .setId(row.getLong("id"))
        .setActive(Session.flag(row, "active"))
        .setDescription(row.getString("description"))
        .setCreatedDate(Session.date(row, "created_date"))
        .setUpdatedDate(Session.date(row, "updated_date"));
  }

  private static Map<String, String> attributes(Session session, long id) {
    Map<String, String> result = new HashMap<>();
    session.list(
        "SELECT attribute_name, attribute_value FROM cwd_directory_attribute WHERE directory_id ="
            + " ?",
        row -> result.put(row.getString(1), row.getString(2)),
        id);
    return result;
  }

  private static Set<OperationType> operations(Session session, long id) {
    Set<OperationType> result = EnumSet.noneOf(OperationType.class);
    session.list(
        "SELECT operation_type FROM cwd_directory_operation WHERE directory_id = ?",
        row -> result.add(OperationType.valueOf(row.getString(1))),
        id);
    return result;
  }
}
