package org.scimforcrowd.crowd;

import com.atlassian.crowd.embedded.api.Attributes;
import com.atlassian.crowd.model.TimestampedEntity;
import com.atlassian.crowd.model.group.Group;
import com.atlassian.crowd.model.group.GroupTemplate;
import com.atlassian.crowd.model.group.GroupType;
import com.atlassian.crowd.model.user.User;
import com.atlassian.crowd.model.user.UserTemplateWithAttributes;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.scimforcrowd.engine.PortFailure;

/**
 * Crowd's users and groups as the port's JSON (directory.ts: Principal, DirectoryGroup), and back.
 */
final class Entities {
  private Entities() {}

  static JsonObject principal(User user) {
    JsonObject json = new JsonObject();
    json.addProperty("name", user.getName());
    json.addProperty("active", user.isActive());
    json.addProperty("email", orEmpty(user.getEmailAddress()));
    json.addProperty("firstName", orEmpty(user.getFirstName()));
    json.addProperty("lastName", orEmpty(user.getLastName()));
    json.addProperty("displayName", orEmpty(user.getDisplayName()));
    json.addProperty("externalId", orEmpty(user.getExternalId()));
    addTimesAndAttributes(json, user);
    return json;
  }

  static JsonObject group(Group group) {
    JsonObject json = new JsonObject();
    json.addProperty("name", group.getName());
    json.addProperty("active", group.isActive());
    json.addProperty("description", orEmpty(group.getDescription()));
    json.addProperty("externalId", orEmpty(group.getExternalId()));
    addTimesAndAttributes(json, group);
    return json;
  }

  static JsonObject membershipEnd(String name, String externalId) {
    JsonObject json = new JsonObject();
    json.addProperty("name", name);
    json.addProperty("externalId", orEmpty(externalId));
    return json;
  }

  static UserTemplateWithAttributes userTemplate(long directoryId, JsonObject fields) {
    UserTemplateWithAttributes template =
        new UserTemplateWithAttributes(text(fields, "name"), directoryId);
    template.setActive(fields.get("active").getAsBoolean());
    template.setEmailAddress(text(fields, "email"));
    template.setFirstName(text(fields, "firstName"));
    template.setLastName(text(fields, "lastName"));
    template.setDisplayName(text(fields, "displayName"));
    if (fields.has("attributes")) {
      attributes(fields.getAsJsonObject("attributes")).forEach(template::setAttribute);
    }
    return template;
  }

  static GroupTemplate groupTemplate(long directoryId, JsonObject fields) {
    GroupTemplate template = new GroupTemplate(text(fields, "name"), directoryId, GroupType.GROUP);
    template.setActive(fields.get("active").getAsBoolean());
    template.setDescription(text(fields, "description"));
    String externalId = text(fields, "externalId");
    template.setExternalId(externalId.isEmpty() ? null : externalId);
    return template;
  }

  /**
   * @throws PortFailure if an attribute has no values: Crowd would do nothing or fail, depending on
   *     the version
   */
  static Map<String, Set<String>> attributes(JsonObject json) {
    Map<String, Set<String>> attributes = new LinkedHashMap<>();
    for (Map.Entry<String, JsonElement> attribute : json.entrySet()) {
      Set<String> values = distinct(attribute.getValue().getAsJsonArray());
      if (values.isEmpty()) {
        throw new PortFailure(PortFailure.Kind.INVALID, "an attribute without values");
      }
      attributes.put(attribute.getKey(), values);
    }
    return attributes;
  }

  /** The first of those that differ only in case: Crowd's table holds one of them. */
  private static Set<String> distinct(JsonArray values) {
    Map<String, String> distinct = new LinkedHashMap<>();
    for (JsonElement value : values) {
      String text = value.getAsString();
      distinct.putIfAbsent(text.toLowerCase(Locale.ENGLISH), text);
    }
    return new LinkedHashSet<>(distinct.values());
  }

  static boolean hasTimes(Object entity) {
    return entity instanceof TimestampedEntity;
  }

  private static void addTimesAndAttributes(JsonObject json, Object entity) {
    TimestampedEntity times = entity instanceof TimestampedEntity stamped ? stamped : null;
    json.addProperty("created", times == null ? 0 : milliseconds(times.getCreatedDate()));
    json.addProperty("updated", times == null ? 0 : milliseconds(times.getUpdatedDate()));
    json.add("attributes", entity instanceof Attributes some ? json(some) : new JsonObject());
  }

  private static JsonObject json(Attributes attributes) {
    JsonObject json = new JsonObject();
    for (String name : attributes.getKeys()) {
      JsonArray values = new JsonArray();
      attributes.getValues(name).forEach(values::add);
      json.add(name, values);
    }
    return json;
  }

  private static long milliseconds(Date date) {
    return date == null ? 0 : date.getTime();
  }

  private static String text(JsonObject fields, String name) {
    return fields.get(name).getAsString();
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
