package org.scimforcrowd.devhost.crowd;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Attributes of users or of groups: sets of values, unique in lower case, cut to 255 characters.
 */
final class AttributeRows {
  private static final int CHUNK = 1000;

  private final EntityTable owner;

  AttributeRows(EntityTable owner) {
    this.owner = owner;
  }

  private record Row(long ownerId, String name, String value) {}

  /** The attributes of each of these, in one query for each thousand. */
  Map<Long, Map<String, Set<String>>> of(Session session, List<Long> ownerIds) {
    Map<Long, Map<String, Set<String>>> result = new HashMap<>();
    for (int start = 0; start < ownerIds.size(); start += CHUNK) {
      List<Long> ids = ownerIds.subList(start, Math.min(start + CHUNK, ownerIds.size()));
      String where = owner.ownerColumn() + " IN (" + Session.marks(ids.size()) + ")";
      for (Row row : rows(session, where, ids.toArray())) {
        result
            .computeIfAbsent(row.ownerId, id -> new HashMap<>())
            .computeIfAbsent(row.name, name -> new HashSet<>())
            .add(row.value);
      }
    }
    return result;
  }

  Map<String, Set<String>> of(Session session, long ownerId) {
    return of(session, List.of(ownerId)).getOrDefault(ownerId, Map.of());
  }

  /** Replaces the values of the named attributes, and leaves the others. */
  void store(
      Session session,
      long directoryId,
      long ownerId,
      Map<String, ? extends Set<String>> attributes) {
    Map<String, Set<String>> stored = attributes.isEmpty() ? Map.of() : of(session, ownerId);
    List<Object[]> gone = new ArrayList<>();
    List<Object[]> added = new ArrayList<>();
    attributes.forEach(
        (name, values) -> {
          requireName(name);
          Set<String> before = stored.getOrDefault(name, Set.of());
          Set<String> after = kept(before, values);
          minus(before, after).forEach(value -> gone.add(new Object[] {ownerId, name, value}));
          minus(after, before)
              .forEach(
                  value ->
                      added.add(
                          new Object[] {ownerId, directoryId, name, value, Names.lower(value)}));
        });
    session.batch(
        "DELETE FROM "
            + owner.attributeTable()
            + " WHERE "
            + owner.ownerColumn()
            + " = ? AND attribute_name = ? AND attribute_value = ?",
        gone);
    session.batch(
        "INSERT INTO "
            + owner.attributeTable()
            + " ("
            + owner.ownerColumn()
            + ", directory_id, attribute_name, attribute_value, attribute_lower_value)"
            + " VALUES (?, ?, ?, ?, ?)",
        added);
  }

  void remove(Session session, long ownerId, String name) {
    session.update(
        "DELETE FROM "
            + owner.attributeTable()
            + " WHERE "
            + owner.ownerColumn()
            + " = ? AND attribute_name = ?",
        ownerId,
        name);
  }

  private List<Row> rows(Session session, String where, Object... parameters) {
    return session.list(
        "SELECT "
            + owner.ownerColumn()
            + ", attribute_name, attribute_value FROM "
            + owner.attributeTable()
            + " WHERE "
            + where,
        row -> new Row(row.getLong(1), row.getString(2), row.getString(3)),
        parameters);
  }

  /** The values to be stored: cut, and stored ones that differ only in case as the switch says. */
  private static Set<String> kept(Set<String> before, Collection<String> values) {
    Set<String> result = new HashSet<>();
    for (String value : values) {
      String cut = Names.cut(value);
      result.add(
          Uncertain.ATTRIBUTE_CASE_CHANGE_IS_STORED.holds()
              ? cut
              : before.stream()
                  .filter(old -> Names.lower(old).equals(Names.lower(cut)))
                  .findFirst()
                  .orElse(cut));
    }
    return result;
  }

  private static Set<String> minus(Set<String> from, Set<String> these) {
    Set<String> result = new HashSet<>(from);
    result.removeAll(these);
    return result;
  }

  private static void requireName(String name) {
    Names.requireText(name);
    if (name.length() > Names.LIMIT) {
      throw new IllegalArgumentException("The attribute name is longer than 255 characters");
    }
  }
}
