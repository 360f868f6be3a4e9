package org.scimforcrowd.crowd;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.DirectoryType;
import com.atlassian.crowd.embedded.api.OperationType;
import com.atlassian.crowd.exception.ApplicationNotFoundException;
import com.atlassian.crowd.exception.DirectoryNotFoundException;
import com.atlassian.crowd.manager.permission.UserPermissionService;
import com.atlassian.crowd.model.application.Application;
import com.atlassian.crowd.model.application.ApplicationDirectoryMapping;
import com.atlassian.crowd.model.application.ApplicationType;
import com.atlassian.crowd.model.directory.ImmutableDirectory;
import com.atlassian.crowd.model.permission.UserPermission;
import com.atlassian.crowd.search.EntityDescriptor;
import com.atlassian.crowd.search.builder.QueryBuilder;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import com.atlassian.sal.api.UrlMode;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.scimforcrowd.engine.Arguments;
import org.scimforcrowd.engine.Port;
import org.scimforcrowd.engine.PortFailure;

/** The engine's `crowd` port: Crowd around the directories. */
public final class CrowdPort implements Port {
  private static final String INTERNAL = "com.atlassian.crowd.directory.InternalDirectory";
  private static final Set<OperationType> ALL_OPERATIONS =
      EnumSet.of(
          OperationType.CREATE_USER,
          OperationType.CREATE_GROUP,
          OperationType.UPDATE_USER,
          OperationType.UPDATE_GROUP,
          OperationType.UPDATE_USER_ATTRIBUTE,
          OperationType.UPDATE_GROUP_ATTRIBUTE,
          OperationType.DELETE_USER,
          OperationType.DELETE_GROUP);

  private final CrowdServices crowd;
  private final AuditAuthor author;
  private final LowerCase lowerCase;
  private final Supplier<JsonObject> system;

  /**
   * @param system the report of ports.ts: SystemReport
   */
  public CrowdPort(
      CrowdServices crowd, AuditAuthor author, LowerCase lowerCase, Supplier<JsonObject> system) {
    this.crowd = crowd;
    this.author = author;
    this.lowerCase = lowerCase;
    this.system = system;
  }

  @Override
  public JsonElement call(String method, Arguments arguments) {
    return CrowdCall.of(method, () -> answer(method, arguments));
  }

  private JsonElement answer(String method, Arguments arguments) throws Exception {
    return switch (method) {
      case "baseUrl" -> new JsonPrimitive(baseUrl());
      case "lowerCase" -> new JsonPrimitive(lowerCase.of(arguments.text(0)));
      case "directories" -> directories();
      case "findDirectory" -> findDirectory(arguments.text(0)).map(CrowdPort::summary).orElse(null);
      case "addDirectory" -> addDirectory(arguments.object(0));
      case "applications" -> applications();
      case "isAdministrator" -> new JsonPrimitive(isAdministrator(arguments.text(0)));
      case "system" -> system.get();
      default -> {
        change(method, arguments);
        yield null;
      }
    };
  }

  private void change(String method, Arguments arguments) throws Exception {
    switch (method) {
      case "storeDirectoryAttributes" -> storeAttributes(arguments.text(0), arguments.object(1));
      case "removeDirectory" -> crowd.directories().removeDirectory(directory(arguments.text(0)));
      case "mapDirectory" ->
          map(application(arguments.text(0)), directory(arguments.text(1)), arguments.flag(2));
      case "unmapDirectory" ->
          crowd
              .applications()
              .removeDirectoryFromApplication(
                  directory(arguments.text(1)), application(arguments.text(0)));
      case "actAs" -> author.set(arguments.text(0));
      default -> throw Port.unknownMethod(method);
    }
  }

  private String baseUrl() {
    return crowd.properties().getBaseUrl(UrlMode.CANONICAL).replaceAll("/+$", "");
  }

  private JsonArray directories() {
    JsonArray summaries = new JsonArray();
    EntityQuery<Directory> all =
        QueryBuilder.queryFor(Directory.class, EntityDescriptor.directory())
            .returningAtMost(EntityQuery.ALL_RESULTS);
    crowd.directories().searchDirectories(all).forEach(found -> summaries.add(summary(found)));
    return summaries;
  }

  private Optional<Directory> findDirectory(String id) {
    try {
      return Optional.of(directory(id));
    } catch (DirectoryNotFoundException gone) {
      return Optional.empty();
    } catch (PortFailure failure) {
      if (failure.kind() == PortFailure.Kind.GONE) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  private Directory directory(String id) throws DirectoryNotFoundException {
    return crowd.directories().findDirectoryById(DirectoryPort.directoryId(id));
  }

  /** As Crowd's console makes an internal directory, without password rules. */
  private JsonObject addDirectory(JsonObject wanted) throws Exception {
    String name = wanted.get("name").getAsString();
    if (isTaken(name)) {
      throw new PortFailure(PortFailure.Kind.EXISTS, "addDirectory: the name is taken");
    }
    Map<String, String> attributes = new HashMap<>();
    attributes.put("user_encryption_method", "atlassian-security");
    attributes.put("password_max_change_time", "0");
    attributes.put("password_max_attempts", "0");
    attributes.put("password_history_count", "0");
    attributes.put("useNestedGroups", wanted.get("nestedGroups").getAsString());
    attributes.putAll(texts(wanted.getAsJsonObject("attributes")));
    return summary(
        crowd
            .directories()
            .addDirectory(
                ImmutableDirectory.builder(name, DirectoryType.INTERNAL, INTERNAL)
                    .setDescription(wanted.get("description").getAsString())
                    .setActive(wanted.get("active").getAsBoolean())
                    .setAttributes(attributes)
                    .setAllowedOperations(ALL_OPERATIONS)
                    .build()));
  }

  private boolean isTaken(String name) {
    try {
      crowd.directories().findDirectoryByName(name);
      return true;
    } catch (DirectoryNotFoundException free) {
      return false;
    }
  }

  private void storeAttributes(String id, JsonObject attributes) throws Exception {
    Directory directory = directory(id);
    Map<String, String> all = new HashMap<>(directory.getAttributes());
    all.putAll(texts(attributes));
    crowd
        .directories()
        .updateDirectory(ImmutableDirectory.builder(directory).setAttributes(all).build());
  }

  private JsonArray applications() {
    JsonArray summaries = new JsonArray();
    crowd.applications().findAll().forEach(found -> summaries.add(summary(found)));
    return summaries;
  }

  private Application application(String id) throws ApplicationNotFoundException {
    try {
      return crowd.applications().findById(Long.parseLong(id));
    } catch (NumberFormatException noId) {
      throw new PortFailure(PortFailure.Kind.MISSING, "no application has that id");
    }
  }

  /** A new mapping allows the application what the directory allows, as Crowd's console does. */
  private void map(Application application, Directory directory, boolean allowAll)
      throws Exception {
    if (application.getType() == ApplicationType.CROWD) {
      throw new PortFailure(PortFailure.Kind.REFUSED, "mappings of Crowd itself are not touched");
    }
    if (application.getApplicationDirectoryMapping(directory.getId()) == null) {
      crowd
          .applications()
          .addDirectoryMapping(
              application,
              directory,
              allowAll,
              directory.getAllowedOperations().toArray(OperationType[]::new));
    } else {
      crowd.applications().updateDirectoryMapping(application, directory, allowAll);
    }
  }

  private boolean isAdministrator(String userName) {
    Optional<UserPermissionService> permissions = crowd.permissions();
    return permissions.isPresent()
        && (permissions.get().hasPermission(userName, UserPermission.SYS_ADMIN)
            || permissions.get().hasPermission(userName, UserPermission.ADMIN));
  }

  private static JsonObject summary(Directory directory) {
    JsonArray operations = new JsonArray();
    directory.getAllowedOperations().forEach(operation -> operations.add(operation.name()));
    JsonObject attributes = new JsonObject();
    directory.getAttributes().forEach(attributes::addProperty);
    JsonObject json = new JsonObject();
    json.addProperty("id", String.valueOf(directory.getId()));
    json.addProperty("name", directory.getName());
    json.addProperty(
        "description", directory.getDescription() == null ? "" : directory.getDescription());
    json.addProperty("type", directory.getType().name());
    json.addProperty("active", directory.isActive());
    json.add("allowedOperations", operations);
    json.add("attributes", attributes);
    return json;
  }

  private static JsonObject summary(Application application) {
    JsonArray mappings = new JsonArray();
    for (ApplicationDirectoryMapping mapping : application.getApplicationDirectoryMappings()) {
      JsonArray groups = new JsonArray();
      mapping.getAuthorisedGroupNames().stream().sorted().forEach(groups::add);
      JsonObject json = new JsonObject();
      json.addProperty("directoryId", String.valueOf(mapping.getDirectory().getId()));
      json.addProperty("allowAll", mapping.isAllowAllToAuthenticate());
      json.add("groupNames", groups);
      mappings.add(json);
    }
    JsonObject json = new JsonObject();
    json.addProperty("id", String.valueOf(application.getId()));
    json.addProperty("name", application.getName());
    json.addProperty("type", application.getType().name());
    json.add("mappings", mappings);
    return json;
  }

  private static Map<String, String> texts(JsonObject json) {
    Map<String, String> texts = new HashMap<>();
    json.entrySet().forEach(entry -> texts.put(entry.getKey(), entry.getValue().getAsString()));
    return texts;
  }
}
