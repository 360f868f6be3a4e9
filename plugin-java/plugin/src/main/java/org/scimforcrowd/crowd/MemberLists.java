package org.scimforcrowd.crowd;

import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.model.group.Group;
import com.atlassian.crowd.model.user.User;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.Writer;

/** Writes a group's stored members into an answer (exchange.ts: MemberList), with two queries. */
public final class MemberLists {
  private final CrowdServices crowd;

  public MemberLists(CrowdServices crowd) {
    this.crowd = crowd;
  }

  /**
   * @param list directoryId, groupName, usersUrl and groupsUrl
   * @throws org.scimforcrowd.engine.PortFailure if Crowd cannot say
   */
  public void write(JsonObject list, Writer out) {
    DirectoryManager manager = crowd.directories();
    long directory = DirectoryPort.directoryId(list.get("directoryId").getAsString());
    String group = list.get("groupName").getAsString();
    String usersUrl = list.get("usersUrl").getAsString();
    String groupsUrl = list.get("groupsUrl").getAsString();
    CrowdCall.of(
        "members",
        () -> {
          JsonWriter json = new JsonWriter(out);
          json.beginArray();
          for (User user :
              DirectoryPort.members(manager, directory, group, 0, EntityQuery.ALL_RESULTS)) {
            write(json, usersUrl, "User", user.getExternalId(), user.getName());
          }
          for (Group nested :
              DirectoryPort.nestedGroups(manager, directory, group, 0, EntityQuery.ALL_RESULTS)) {
            write(json, groupsUrl, "Group", nested.getExternalId(), nested.getName());
          }
          json.endArray().flush();
          return null;
        });
  }

  private static void write(
      JsonWriter json, String url, String type, String externalId, String name)
      throws IOException {
    String id = externalId == null ? "" : externalId;
    json.beginObject();
    json.name("value").value(id);
    json.name("$ref").value(url + id);
    json.name("type").value(type);
    json.name("display").value(name);
    json.endObject();
  }
}
