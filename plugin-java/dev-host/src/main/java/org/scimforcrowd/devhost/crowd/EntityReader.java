package org.scimforcrowd.devhost.crowd;

import com.atlassian.crowd.search.query.entity.EntityQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Reads users or groups in the form that a search asks for: names, objects, or objects with
 * attributes.
 */
final class EntityReader<P extends Stored> {
  static final EntityReader<StoredUser> USERS =
      new EntityReader<>(
          EntityTable.USER,
          StoredUser.class,
          StoredUserWithAttributes.class,
          StoredUser::read,
          StoredUserWithAttributes::of);
  static final EntityReader<StoredGroup> GROUPS =
      new EntityReader<>(
          EntityTable.GROUP,
          StoredGroup.class,
          StoredGroupWithAttributes.class,
          StoredGroup::read,
          StoredGroupWithAttributes::of);

  private final EntityTable table;
  private final Class<P> plain;
  private final Class<?> rich;
  private final Session.RowReader<P> reader;
  private final BiFunction<P, Map<String, Set<String>>, Object> enrich;
  private final AttributeRows attributes;

  private EntityReader(
      EntityTable table,
      Class<P> plain,
      Class<?> rich,
      Session.RowReader<P> reader,
      BiFunction<P, Map<String, Set<String>>, Object> enrich) {
    this.table = table;
    this.plain = plain;
    this.rich = rich;
    this.reader = reader;
    this.enrich = enrich;
    this.attributes = new AttributeRows(table);
  }

  /** Where a page ends; nothing for ALL_RESULTS from the start. */
  static String page(int startIndex, int maxResults) {
    String limit = maxResults == EntityQuery.ALL_RESULTS ? "" : " LIMIT " + maxResults;
    return startIndex == 0 ? limit : limit + " OFFSET " + startIndex;
  }

  EntityTable table() {
    return table;
  }

  AttributeRows attributes() {
    return attributes;
  }

  /** Runs SELECT e… with what follows it. */
  <T> List<T> read(Session session, Class<T> returnType, String tail, Object... parameters) {
    if (returnType == String.class) {
      String sql = "SELECT e." + table.nameColumn() + tail;
      return session.list(sql, row -> returnType.cast(row.getString(1)), parameters);
    }
    if (returnType.isAssignableFrom(plain)) {
      return session.list(
          "SELECT e.*" + tail, row -> returnType.cast(reader.read(row)), parameters);
    }
    if (returnType.isAssignableFrom(rich)) {
      return withAttributes(
          session, session.list("SELECT e.*" + tail, reader, parameters), returnType);
    }
    throw new IllegalArgumentException("Cannot search " + table + " for " + returnType.getName());
  }

  /** The one of that name, or null. */
  P byName(Session session, long directoryId, String name) {
    return by(session, table.lowerNameColumn(), directoryId, Names.lower(name));
  }

  /** The one of that external id (case-sensitive), or null. */
  P byExternalId(Session session, long directoryId, String externalId) {
    return by(session, "external_id", directoryId, externalId);
  }

  private P by(Session session, String column, long directoryId, String value) {
    return session
        .first(
            "SELECT e.* FROM "
                + table.table()
                + " e WHERE e.directory_id = ? AND e."
                + column
                + " = ?",
            reader,
            directoryId,
            value)
        .orElse(null);
  }

  private <T> List<T> withAttributes(Session session, List<P> entities, Class<T> returnType) {
    Map<Long, Map<String, Set<String>>> all =
        attributes.of(session, entities.stream().map(Stored::id).toList());
    List<T> result = new ArrayList<>();
    for (P entity : entities) {
      result.add(returnType.cast(enrich.apply(entity, all.getOrDefault(entity.id(), Map.of()))));
    }
    return result;
  }
}
