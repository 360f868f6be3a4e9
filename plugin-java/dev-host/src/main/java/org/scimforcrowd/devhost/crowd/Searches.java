package org.scimforcrowd.devhost.crowd;

import com.atlassian.crowd.embedded.api.SearchRestriction;
import com.atlassian.crowd.search.Entity;
import com.atlassian.crowd.search.EntityDescriptor;
import com.atlassian.crowd.search.builder.Combine;
import com.atlassian.crowd.search.builder.QueryBuilder;
import com.atlassian.crowd.search.builder.Restriction;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import com.atlassian.crowd.search.query.entity.restriction.NullRestriction;
import com.atlassian.crowd.search.query.entity.restriction.constants.GroupTermKeys;
import com.atlassian.crowd.search.query.membership.MembershipQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Searches for users and groups, and along memberships. Always in the order of the lower-cased
 * names.
 */
final class Searches {
  private Searches() {}

  static <T> List<T> entities(
      Session session, EntityReader<?> reader, long directoryId, EntityQuery<T> query) {
    EntityTable table = reader.table();
    Condition condition = Condition.of(table, directoryId, query.getSearchRestriction());
    List<Object> before = new ArrayList<>(List.of(directoryId));
    String type = ofGroupType(query.getEntityDescriptor(), before);
    String tail =
        " FROM %s e WHERE e.directory_id = ?%s AND %s%s%s"
            .formatted(
                table.table(),
                type,
                condition.sql(),
                order(table, query.getSearchRestriction()),
                EntityReader.page(query.getStartIndex(), query.getMaxResults()));
    return reader.read(
        session, query.getReturnType(), tail, condition.parametersBetween(before, List.of()));
  }

  static <T> List<T> memberships(Session session, long directoryId, MembershipQuery<T> query) {
    if (query.getEntityNamesToMatch().isEmpty()) {
      return List.of();
    }
    return query.getEntityNamesToMatch().size() == 1
        ? membershipsOfOne(session, directoryId, query)
        : membershipsOfMany(session, directoryId, query);
  }

  private static <T> List<T> membershipsOfOne(
      Session session, long directoryId, MembershipQuery<T> query) {
    EntityReader<?> reader = returned(query);
    Ends ends = Ends.of(query);
    String name = Names.lower(query.getEntityNamesToMatch().iterator().next());
    List<Object> before = List.of(directoryId, ends.type, name);
    if (query.getSearchRestriction() instanceof NullRestriction) {
      String tail = unrestricted(reader.table(), ends, query);
      return reader.read(session, query.getReturnType(), tail, before.toArray());
    }
    Condition condition = Condition.of(reader.table(), directoryId, query.getSearchRestriction());
    String tail =
        (" FROM cwd_membership m JOIN %s e ON e.id = m.%s WHERE m.directory_id = ?"
                + " AND m.membership_type = ? AND m.%s = ? AND %s ORDER BY m.%s%s")
            .formatted(
                reader.table().table(),
                ends.returnedId,
                ends.matchedName,
                condition.sql(),
                ends.returnedName,
                EntityReader.page(query.getStartIndex(), query.getMaxResults()));
    return reader.read(
        session, query.getReturnType(), tail, condition.parametersBetween(before, List.of()));
  }

  /**
   * Pages along the index of memberships before anything is joined, so that a deep page is cheap.
   */
  private static String unrestricted(EntityTable table, Ends ends, MembershipQuery<?> query) {
    return (" FROM (SELECT m.%3$s AS id, m.%4$s AS name FROM cwd_membership m"
            + " WHERE m.directory_id = ? AND m.membership_type = ? AND m.%2$s = ?"
            + " ORDER BY m.directory_id, m.membership_type, m.%2$s, m.%4$s%5$s) p"
            + " JOIN %1$s e ON e.id = p.id ORDER BY p.name")
        .formatted(
            table.table(),
            ends.matchedName,
            ends.returnedId,
            ends.returnedName,
            EntityReader.page(query.getStartIndex(), query.getMaxResults()));
  }

  /** Each is given once; the result does not say which name matched. */
  private static <T> List<T> membershipsOfMany(
      Session session, long directoryId, MembershipQuery<T> query) {
    EntityReader<?> reader = returned(query);
    Ends ends = Ends.of(query);
    Condition condition = Condition.of(reader.table(), directoryId, query.getSearchRestriction());
    String tail =
        (" FROM %s e WHERE e.id IN (SELECT m.%s FROM cwd_membership m WHERE m.directory_id = ?"
                + " AND m.membership_type = ? AND m.%s IN (%s)) AND %s ORDER BY e.%s%s")
            .formatted(
                reader.table().table(),
                ends.returnedId,
                ends.matchedName,
                Session.marks(query.getEntityNamesToMatch().size()),
                condition.sql(),
                reader.table().lowerNameColumn(),
                EntityReader.page(query.getStartIndex(), query.getMaxResults()));
    List<Object> before = new ArrayList<>(List.of(directoryId, ends.type));
    query.getEntityNamesToMatch().forEach(name -> before.add(Names.lower(name)));
    return reader.read(
        session, query.getReturnType(), tail, condition.parametersBetween(before, List.of()));
  }

  /** The groups of these names, with the restriction and the page of the query. */
  static <T> List<T> groupsNamed(
      Session session, long directoryId, MembershipQuery<T> query, Collection<String> names) {
    if (names.isEmpty()) {
      return List.of();
    }
    SearchRestriction named = Restriction.on(GroupTermKeys.NAME).exactlyMatchingAny(names);
    return entities(
        session,
        EntityReader.GROUPS,
        directoryId,
        QueryBuilder.queryFor(
            query.getReturnType(),
            query.getEntityToReturn(),
            Combine.allOf(named, query.getSearchRestriction()),
            query.getStartIndex(),
            query.getMaxResults()));
  }

  private static EntityReader<?> returned(MembershipQuery<?> query) {
    return query.getEntityToReturn().getEntityType() == Entity.USER
        ? EntityReader.USERS
        : EntityReader.GROUPS;
  }

  /**
   * H2 walks an index for a page only if the order names all its columns, and then for nothing
   * else.
   */
  private static String order(EntityTable table, SearchRestriction restriction) {
    boolean whole = restriction instanceof NullRestriction;
    return " ORDER BY " + (whole ? "e.directory_id, " : "") + "e." + table.lowerNameColumn();
  }

  private static String ofGroupType(EntityDescriptor entity, List<Object> parameters) {
    if (entity.getGroupType() == null) {
      return "";
    }
    parameters.add(entity.getGroupType());
    return " AND e.group_type = ?";
  }

  /** The columns of cwd_membership at either end of a query. */
  private record Ends(String type, String matchedName, String returnedName, String returnedId) {
    static Ends of(MembershipQuery<?> query) {
      boolean children = query.isFindChildren();
      EntityDescriptor child = children ? query.getEntityToReturn() : query.getEntityToMatch();
      EntityDescriptor parent = children ? query.getEntityToMatch() : query.getEntityToReturn();
      if (parent.getEntityType() != Entity.GROUP) {
        throw new IllegalArgumentException("Only groups have members");
      }
      String type = child.getEntityType() == Entity.USER ? "GROUP_USER" : "GROUP_GROUP";
      return children
          ? new Ends(type, "lower_parent_name", "lower_child_name", "child_id")
          : new Ends(type, "lower_child_name", "lower_parent_name", "parent_id");
    }
  }
}
