package org.scimforcrowd.devhost.crowd;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One transaction: rolled back on close unless committed. Throws DatabaseException. */
final class Session implements AutoCloseable {
  private final Connection connection;
  private final Tap tap;
  private final Instant now;

  Session(Connection connection, Tap tap, Instant now) throws SQLException {
    this.connection = connection;
    this.tap = tap;
    this.now = now;
    connection.setAutoCommit(false);
  }

  /** Makes a value of the row that the result set stands on. */
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** The moment of this transaction. */
  Instant now() {
    return now;
  }

  <T> List<T> list(String sql, RowReader<T> reader, Object... parameters) {
    tap.statement(sql);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      try (ResultSet rows = statement.executeQuery()) {
        List<T> result = new ArrayList<>();
        while (rows.next()) {
          tap.row();
          result.add(reader.read(rows));
        }
        return result;
      }
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  <T> Optional<T> first(String sql, RowReader<T> reader, Object... parameters) {
    List<T> rows = list(sql, reader, parameters);
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
  }

  boolean exists(String sql, Object... parameters) {
    return !list(sql, row -> true, parameters).isEmpty();
  }

  /** Gives the number of rows changed. */
  int update(String sql, Object... parameters) {
    tap.statement(sql);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** Gives the id of the new row. */
  long insert(String sql, Object... parameters) {
    tap.statement(sql);
    try (PreparedStatement statement = connection.prepareStatement(sql, new String[] {"id"})) {
      bind(statement, parameters);
      statement.executeUpdate();
      try (ResultSet keys = statement.getGeneratedKeys()) {
        keys.next();
        return keys.getLong(1);
      }
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** Runs the statement once for each row; counts as one. */
  void batch(String sql, List<Object[]> rows) {
    if (rows.isEmpty()) {
      return;
    }
    tap.statement(sql);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Object[] row : rows) {
        bind(statement, row);
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw new DatabaseException(e.getNextException() == null ? e : e.getNextException());
    }
  }

  /** Any statement, once for each row of parameters. Gives what a SELECT finds, columns by name. */
  List<Map<String, Object>> run(String sql, List<Object[]> rows) {
    if (!sql.stripLeading().toUpperCase(Locale.ENGLISH).startsWith("SELECT")) {
      batch(sql, rows);
      return List.of();
    }
    return rows.stream().flatMap(row -> list(sql, Session::columns, row).stream()).toList();
  }

  private static Map<String, Object> columns(ResultSet row) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    Map<String, Object> result = new LinkedHashMap<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      Object value = row.getObject(i);
      result.put(columns.getColumnLabel(i), value instanceof Number || value == null ? value : value.toString());
    }
    return result;
  }

  void commit() {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  <T> T commit(T result) {
    commit();
    return result;
  }

  @Override
  public void close() {
    try (connection) {
      connection.rollback();
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  static Date date(ResultSet row, String column) throws SQLException {
    return Date.from(row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC));
  }

  static boolean flag(ResultSet row, String column) throws SQLException {
    return "T".equals(row.getString(column));
  }

  /** As many question marks, for IN. */
  static String marks(int count) {
    return "?" + ", ?".repeat(count - 1);
  }

  private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      Object value = toColumn(parameters[i]);
      if (value == null) {
        statement.setNull(i + 1, Types.NULL);
      } else {
        statement.setObject(i + 1, value);
      }
    }
  }

  private static Object toColumn(Object value) {
    if (value instanceof Boolean flag) {
      return flag ? "T" : "F";
    }
    if (value instanceof Instant instant) {
      return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
    if (value instanceof Date date) {
      return LocalDateTime.ofInstant(date.toInstant(), ZoneOffset.UTC);
    }
    return value instanceof Enum<?> constant ? constant.name() : value;
  }
}
