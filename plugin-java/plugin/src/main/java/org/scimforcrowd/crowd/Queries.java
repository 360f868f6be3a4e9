package org.scimforcrowd.crowd;

import com.atlassian.crowd.embedded.api.SearchRestriction;
import com.atlassian.crowd.search.EntityDescriptor;
import com.atlassian.crowd.search.builder.Combine;
import com.atlassian.crowd.search.builder.QueryBuilder;
import com.atlassian.crowd.search.builder.Restriction;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import com.atlassian.crowd.search.query.entity.restriction.Property;
import com.atlassian.crowd.search.query.entity.restriction.PropertyUtils;
import com.atlassian.crowd.search.query.entity.restriction.constants.GroupTermKeys;
import com.atlassian.crowd.search.query.entity.restriction.constants.UserTermKeys;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/** Turns the port's queries (directory.ts: DirectoryQuery, Restriction) into Crowd's. */
final class Queries {
  private Queries() {}

  static <T> EntityQuery<T> users(Class<T> type, JsonObject query) {
    return query(type, EntityDescriptor.user(), true, query);
  }

  static <T> EntityQuery<T> groups(Class<T> type, JsonObject query) {
    return query(type, EntityDescriptor.group(), false, query);
  }

  /** The one entity whose field has exactly that value. */
  static <T> EntityQuery<T> one(
      Class<T> type, EntityDescriptor entity, Property<String> field, String value) {
    return QueryBuilder.queryFor(type, entity)
        .with(Restriction.on(field).exactlyMatching(value))
        .startingAt(0)
        .returningAtMost(1);
  }

  private static <T> EntityQuery<T> query(
      Class<T> type, EntityDescriptor entity, boolean ofUsers, JsonObject query) {
    int start = query.get("start").getAsInt();
    int count = query.get("count").getAsInt();
    JsonElement restriction = query.get("restriction");
    if (restriction == null || restriction.isJsonNull()) {
      return QueryBuilder.queryFor(type, entity).startingAt(start).returningAtMost(count);
    }
    return QueryBuilder.queryFor(type, entity)
        .with(restriction(restriction.getAsJsonObject(), ofUsers))
        .startingAt(start)
        .returningAtMost(count);
  }

  private static SearchRestriction restriction(JsonObject restriction, boolean ofUsers) {
    String kind = restriction.get("kind").getAsString();
    return switch (kind) {
      case "and" -> Combine.allOf(restrictions(restriction, ofUsers));
      case "or" -> Combine.anyOf(restrictions(restriction, ofUsers));
      case "attribute" ->
          match(
              Restriction.on(PropertyUtils.ofTypeString(restriction.get("name").getAsString())),
              restriction,
              restriction.get("value").getAsString());
      case "field" -> field(restriction, ofUsers);
      default -> throw new IllegalStateException("no restriction " + kind);
    };
  }

  private static List<SearchRestriction> restrictions(JsonObject restriction, boolean ofUsers) {
    List<SearchRestriction> restrictions = new ArrayList<>();
    for (JsonElement part : restriction.getAsJsonArray("restrictions")) {
      restrictions.add(restriction(part.getAsJsonObject(), ofUsers));
    }
    return restrictions;
  }

  private static SearchRestriction field(JsonObject restriction, boolean ofUsers) {
    JsonPrimitive value = restriction.getAsJsonPrimitive("value");
    String name = restriction.get("field").getAsString();
    return switch (name) {
      case "active" ->
          match(
              Restriction.on(ofUsers ? UserTermKeys.ACTIVE : GroupTermKeys.ACTIVE),
              restriction,
              value.getAsBoolean());
      case "created" ->
          match(
              Restriction.on(ofUsers ? UserTermKeys.CREATED_DATE : GroupTermKeys.CREATED_DATE),
              restriction,
              new Date(value.getAsLong()));
      case "updated" ->
          match(
              Restriction.on(ofUsers ? UserTermKeys.UPDATED_DATE : GroupTermKeys.UPDATED_DATE),
              restriction,
              new Date(value.getAsLong()));
      default ->
          match(
              Restriction.on(ofUsers ? userText(name) : groupText(name)),
              restriction,
              value.getAsString());
    };
  }

  private static Property<String> userText(String field) {
    return switch (field) {
      case "name" -> UserTermKeys.USERNAME;
      case "email" -> UserTermKeys.EMAIL;
      case "firstName" -> UserTermKeys.FIRST_NAME;
      case "lastName" -> UserTermKeys.LAST_NAME;
      case "displayName" -> UserTermKeys.DISPLAY_NAME;
      case "externalId" -> UserTermKeys.EXTERNAL_ID;
      default -> throw new IllegalStateException("users have no field " + field);
    };
  }

  private static Property<String> groupText(String field) {
    return switch (field) {
      case "name" -> GroupTermKeys.NAME;
      case "description" -> GroupTermKeys.DESCRIPTION;
      case "externalId" -> GroupTermKeys.EXTERNAL_ID;
      default -> throw new IllegalStateException("groups have no field " + field);
    };
  }

  private static <V> SearchRestriction match(
      Restriction.RestrictionWithProperty<V> on, JsonObject restriction, V value) {
    String match = restriction.get("match").getAsString();
    return switch (match) {
      case "exactly" -> on.exactlyMatching(value);
      case "startsWith" -> on.startingWith(value);
      case "endsWith" -> on.endingWith(value);
      case "contains" -> on.containing(value);
      case "lessThan" -> on.lessThan(value);
      case "lessOrEqual" -> on.lessThanOrEqual(value);
      case "greaterThan" -> on.greaterThan(value);
      case "greaterOrEqual" -> on.greaterThanOrEqual(value);
      default -> throw new IllegalStateException("no match " + match);
    };
  }
}
