package org.scimforcrowd.crowd;

import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.model.user.User;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.Writer;

/** Writes a group's stored members into an answer (exchange.ts: MemberList), with one query. */
public final class MemberLists {
  private final CrowdServices crowd;

  public MemberLists(CrowdServices crowd) {
    this.crowd = crowd;
  }

  /**
   * @param list directoryId, groupName and usersUrl
   * @throws org.scimforcrowd.engine.PortFailure if Crowd cannot say
   */
  public void write(JsonObject list, Writer out) {
    DirectoryManager manager = crowd.directories();
    long directory = DirectoryPort.directoryId(list.get("directoryId").getAsString());
    String group = list.get("groupName").getAsString();
    String usersUrl = list.get("usersUrl").getAsString();
    CrowdCall.of(
        "members",
        () -> {
          JsonWriter json = new JsonWriter(out);
          json.beginArray();
          for (User user :
              DirectoryPort.members(manager, directory, group, 0, EntityQuery.ALL_RESULTS)) {
            write(json, user, usersUrl);
          }
          json.endArray().flush();
          return null;
        });
  }

  private static void write(JsonWriter json, User user, String usersUrl) throws IOException {
    String id = user.getExternalId() == null ? "" : user.getExternalId();
    json.beginObject();
    json.name("value").value(id);
    json.name("$ref").value(usersUrl + id);
    json.name("type").value("User");
    json.name("display").value(user.getName());
    json.endObject();
  }
}
