package org.scimforcrowd.devhost.crowd;

import com.atlassian.crowd.embedded.api.SearchRestriction;
import com.atlassian.crowd.search.query.entity.restriction.BooleanRestriction;
import com.atlassian.crowd.search.query.entity.restriction.MatchMode;
import com.atlassian.crowd.search.query.entity.restriction.NullRestriction;
import com.atlassian.crowd.search.query.entity.restriction.PropertyRestriction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A tree of restrictions as SQL about the table with alias {@code e}. Strings are compared in lower
 * case but for external ids and descriptions of groups; {@code %} and {@code _} in a value are not
 * escaped; there is no "not".
 */
record Condition(String sql, List<Object> parameters) {

  /** `directoryId` is where attributes are looked for. */
  static Condition of(EntityTable table, long directoryId, SearchRestriction restriction) {
    if (restriction instanceof NullRestriction) {
      return new Condition("1 = 1", List.of());
    }
    if (restriction instanceof BooleanRestriction combined) {
      return combine(table, directoryId, combined);
    }
    if (restriction instanceof PropertyRestriction<?> term) {
      return term(table, directoryId, term);
    }
    throw new IllegalArgumentException("Unknown restriction: " + restriction);
  }

  /** All parameters, those given before and after around those of the condition. */
  Object[] parametersBetween(List<Object> before, List<Object> after) {
    List<Object> all = new ArrayList<>(before);
    all.addAll(parameters);
    all.addAll(after);
    return all.toArray();
  }

  private static Condition combine(
      EntityTable table, long directoryId, BooleanRestriction combined) {
    List<Condition> parts =
        combined.getRestrictions().stream().map(part -> of(table, directoryId, part)).toList();
    String sql =
        parts.stream()
            .map(Condition::sql)
            .collect(Collectors.joining(" " + combined.getBooleanLogic() + " ", "(", ")"));
    return new Condition(sql, parts.stream().flatMap(part -> part.parameters.stream()).toList());
  }

  private static Condition term(EntityTable table, long directoryId, PropertyRestriction<?> term) {
    String property = term.getProperty().getPropertyName();
    EntityTable.Column column = table.column(property);
    if (column == null) {
      return attribute(table, directoryId, property, term);
    }
    if (term.getMatchMode() == MatchMode.NULL) {
      return new Condition("e." + column.name() + " IS NULL", List.of());
    }
    boolean lowered = column.kind() == EntityTable.Kind.LOWERED;
    return new Condition(
        "e." + column.name() + comparison(term.getMatchMode()),
        List.of(value(term.getMatchMode(), term.getValue(), lowered)));
  }

  private static Condition attribute(
      EntityTable table, long directoryId, String name, PropertyRestriction<?> term) {
    if (!table.hasAttributes()) {
      throw new IllegalArgumentException("Cannot search " + table + " by " + name);
    }
    String named =
        " IN (SELECT a."
            + table.ownerColumn()
            + " FROM "
            + table.attributeTable()
            + " a"
            + " WHERE a.directory_id = ? AND a.attribute_name = ?";
    MatchMode mode = term.getMatchMode();
    if (mode == MatchMode.NULL) {
      return new Condition("e.id NOT" + named + ")", List.of(directoryId, name));
    }
    return new Condition(
        "e.id" + named + " AND a.attribute_lower_value" + comparison(mode) + ")",
        List.of(directoryId, name, value(mode, term.getValue(), true)));
  }

  private static String comparison(MatchMode mode) {
    return switch (mode) {
      case EXACTLY_MATCHES -> " = ?";
      case LESS_THAN -> " < ?";
      case LESS_THAN_OR_EQUAL -> " <= ?";
      case GREATER_THAN -> " > ?";
      case GREATER_THAN_OR_EQUAL -> " >= ?";
      case NULL -> " IS NULL";
      default -> Uncertain.LIKE_BACKSLASH_IS_LITERAL.holds() ? " LIKE ? ESCAPE ''" : " LIKE ?";
    };
  }

  private static Object value(MatchMode mode, Object value, boolean lowered) {
    Objects.requireNonNull(value, "The value of a restriction may not be null");
    if (!lowered && !(value instanceof String)) {
      return value;
    }
    String text = lowered ? Names.lower(value.toString()) : value.toString();
    return switch (mode) {
      case STARTS_WITH -> text + "%";
      case ENDS_WITH -> "%" + text;
      case CONTAINS -> "%" + text + "%";
      default -> text;
    };
  }
}
