package org.scimforcrowd.devhost.console;

import com.atlassian.crowd.embedded.api.Attributes;
import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.exception.CrowdException;
import com.atlassian.crowd.exception.DirectoryNotFoundException;
import com.atlassian.crowd.model.group.Group;
import com.atlassian.crowd.model.user.UserWithAttributes;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.scimforcrowd.devhost.Crowd;

/** A directory with all that is in it, as JSON in a stable order. */
final class DirectoryJson {
  private final Crowd crowd;
  private final DirectoryContent content;

  DirectoryJson(Crowd crowd) {
    this.crowd = crowd;
    this.content = new DirectoryContent(crowd);
  }

  /** All directories, without users and groups. */
  JsonArray all() {
    JsonArray all = new JsonArray();
    content.directories().forEach(directory -> all.add(head(directory)));
    return all;
  }

  JsonObject one(long id) throws PageException, CrowdException {
    try {
      Directory directory = crowd.directories().findDirectoryById(id);
      JsonObject json = head(directory);
      json.add("users", users(id));
      json.add("groups", groups(id));
      return json;
    } catch (DirectoryNotFoundException e) {
      throw new PageException(404, "There is no directory " + id);
    }
  }

  private static JsonObject head(Directory directory) {
    JsonObject json = new JsonObject();
    json.addProperty("id", directory.getId());
    json.addProperty("name", directory.getName());
    json.addProperty("type", directory.getType().name());
    json.addProperty("active", directory.isActive());
    JsonObject attributes = new JsonObject();
    new TreeMap<>(directory.getAttributes()).forEach(attributes::addProperty);
    json.add("attributes", attributes);
    return json;
  }

  private JsonArray users(long directory) throws CrowdException {
    JsonArray users = new JsonArray();
    for (String name : content.userNames(directory)) {
      UserWithAttributes user = content.user(directory, name);
      JsonObject json = new JsonObject();
      json.addProperty("name", user.getName());
      json.addProperty("active", user.isActive());
      json.addProperty("email", user.getEmailAddress());
      json.addProperty("firstName", user.getFirstName());
      json.addProperty("lastName", user.getLastName());
      json.addProperty("displayName", user.getDisplayName());
      json.addProperty("externalId", user.getExternalId());
      json.add("attributes", attributes(user));
      json.add("groups", strings(content.groupsOfUser(directory, name)));
      users.add(json);
    }
    return users;
  }

  private JsonArray groups(long directory) throws CrowdException {
    JsonArray groups = new JsonArray();
    for (String name : content.groupNames(directory)) {
      Group group = content.group(directory, name);
      JsonObject json = new JsonObject();
      json.addProperty("name", group.getName());
      json.addProperty("active", group.isActive());
      json.addProperty("description", group.getDescription());
      json.addProperty("externalId", group.getExternalId());
      json.add("attributes", attributes((Attributes) group));
      json.add("users", strings(content.usersOfGroup(directory, name)));
      json.add("groups", strings(content.groupsOfGroup(directory, name)));
      groups.add(json);
    }
    return groups;
  }

  private static JsonObject attributes(Attributes attributes) {
    JsonObject json = new JsonObject();
    for (Map.Entry<String, Collection<String>> entry : sorted(attributes).entrySet()) {
      json.add(entry.getKey(), strings(entry.getValue()));
    }
    return json;
  }

  static Map<String, Collection<String>> sorted(Attributes attributes) {
    Map<String, Collection<String>> sorted = new TreeMap<>();
    for (String key : attributes.getKeys()) {
      sorted.put(key, new TreeSet<>(attributes.getValues(key)));
    }
    return sorted;
  }

  private static JsonArray strings(Collection<String> texts) {
    JsonArray array = new JsonArray();
    List.copyOf(texts).forEach(array::add);
    return array;
  }
}
