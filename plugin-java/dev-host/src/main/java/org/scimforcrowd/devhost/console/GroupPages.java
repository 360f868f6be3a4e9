package org.scimforcrowd.devhost.console;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.exception.CrowdException;
import com.atlassian.crowd.exception.GroupNotFoundException;
import com.atlassian.crowd.exception.PermissionException;
import com.atlassian.crowd.model.group.Group;
import com.atlassian.crowd.model.group.GroupTemplate;
import com.atlassian.crowd.model.group.GroupWithAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.scimforcrowd.devhost.Crowd;
import org.scimforcrowd.devhost.http.WebAnswer;
import org.scimforcrowd.devhost.http.WebRequest;

/** The groups of a directory, and what an administrator may do to one by hand. */
final class GroupPages {
  private static final String CREATE = "/console/secure/group/create.action";
  private static final String UPDATE = "/console/secure/group/update.action";
  private static final String DELETE = "/console/secure/group/delete.action";
  private static final String ADD = "/console/secure/group/adduser.action";
  private static final String REMOVE = "/console/secure/group/removeuser.action";

  private final Crowd crowd;
  private final DirectoryContent content;
  private final Layout layout;

  GroupPages(Crowd crowd, Layout layout) {
    this.crowd = crowd;
    this.content = new DirectoryContent(crowd);
    this.layout = layout;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/console/secure/group/browse.action", r -> list(r, 200, Html.NOTHING)),
        Route.get("/console/secure/group/view.action", r -> view(r, 200, Html.NOTHING)),
        Route.post(CREATE, this::create),
        Route.post(UPDATE, request -> act(request, this::update)),
        Route.post(DELETE, this::delete),
        Route.post(ADD, request -> act(request, this::add)),
        Route.post(REMOVE, request -> act(request, this::remove)));
  }

  private WebAnswer list(WebRequest request, int status, Html message) throws Exception {
    Directory directory = DirectoryPages.find(crowd, request, "directoryID");
    long id = directory.getId();
    List<List<Object>> rows = new ArrayList<>();
    for (String name : content.groupNames(id)) {
      Group group = content.group(id, name);
      rows.add(
          List.of(
              Forms.link(request, Links.group(id, name), name),
              text(group.getDescription()),
              DirectoryPages.active(group.isActive())));
    }
    Html form =
        Html.of(
            "{}{}{}{}",
            Forms.hidden("directoryID", id),
            Forms.field("name", "Name", "text"),
            Forms.field("description", "Description", "text"),
            Forms.submit("Create"));
    return layout.page(
        request,
        status,
        "Groups of " + directory.getName(),
        Html.of(
            "{}{}<h2>Create a group</h2>{}",
            message,
            Forms.table("Groups", List.of("Name", "Description", "State"), rows),
            Forms.form(request, CREATE, form)));
  }

  private static String text(String value) {
    return Objects.requireNonNullElse(value, "");
  }

  private WebAnswer view(WebRequest request, int status, Html message) throws Exception {
    Directory directory = DirectoryPages.find(crowd, request, "directoryID");
    GroupWithAttributes group = find(directory.getId(), request.parameter("name"));
    Html body =
        Html.of(
            "{}<p>In {}</p>{}{}<h2>Members</h2>{}<h2>Change</h2>{}",
            message,
            Forms.link(request, Links.groups(directory.getId()), directory.getName()),
            facts(group),
            UserPages.attributes(DirectoryJson.sorted(group)),
            members(request, group),
            changes(request, group));
    return layout.page(request, status, "Group " + group.getName(), body);
  }

  private GroupWithAttributes find(long directory, String name)
      throws PageException, CrowdException {
    try {
      return content.group(directory, name);
    } catch (GroupNotFoundException e) {
      throw new PageException(404, "There is no such group");
    }
  }

  private static Html facts(Group group) {
    return Forms.facts(
        List.of(
            List.of("Name", group.getName()),
            List.of("State", DirectoryPages.active(group.isActive())),
            List.of("Description", text(group.getDescription())),
            List.of("External id", text(group.getExternalId()))));
  }

  private Html members(WebRequest request, Group group) throws CrowdException {
    long directory = group.getDirectoryId();
    List<List<Object>> users = new ArrayList<>();
    for (String name : content.usersOfGroup(directory, group.getName())) {
      users.add(
          List.of(
              Forms.link(request, Links.user(directory, name), name),
              Forms.button(request, REMOVE, "Remove " + name, keys(group, "user", name))));
    }
    List<List<Object>> groups = new ArrayList<>();
    for (String name : content.groupsOfGroup(directory, group.getName())) {
      groups.add(List.of(Forms.link(request, Links.group(directory, name), name)));
    }
    Html add =
        Html.of(
            "{}{}{}",
            Forms.hidden(keys(group)),
            Forms.field("user", "Username", "text"),
            Forms.submit("Add user"));
    return Html.of(
        "{}{}{}",
        Forms.table("Users in this group", List.of("User", "Action"), users),
        Forms.table("Groups in this group", List.of("Group"), groups),
        Forms.form(request, ADD, add));
  }

  private static Html changes(WebRequest request, Group group) {
    boolean active = group.isActive();
    String label = active ? "Make inactive" : "Make active";
    return Html.of(
        "<div class=\"actions\">{}{}</div>",
        Forms.button(request, UPDATE, label, keys(group, "active", String.valueOf(!active))),
        Forms.button(request, DELETE, "Delete this group", keys(group)));
  }

  private static Map<String, Object> keys(Group group) {
    return Map.of("directoryID", group.getDirectoryId(), "name", group.getName());
  }

  private static Map<String, Object> keys(Group group, String name, String value) {
    return Map.of("directoryID", group.getDirectoryId(), "name", group.getName(), name, value);
  }

  /** What a form does to the group that it names. */
  private interface Action {
    void run(WebRequest request, long directory, String name) throws Exception;
  }

  private WebAnswer act(WebRequest request, Action action) throws Exception {
    Directory directory = DirectoryPages.find(crowd, request, "directoryID");
    String name = request.parameter("name");
    try {
      action.run(request, directory.getId(), name);
      return WebAnswer.redirect(request.contextPath() + Links.group(directory.getId(), name));
    } catch (CrowdException | PermissionException | IllegalArgumentException e) {
      return view(request, 400, Forms.problem(e.toString()));
    }
  }

  private void update(WebRequest request, long directory, String name) throws Exception {
    GroupTemplate changed = new GroupTemplate(crowd.directories().findGroupByName(directory, name));
    changed.setActive(Boolean.parseBoolean(request.parameter("active")));
    crowd.directories().updateGroup(directory, changed);
  }

  private void add(WebRequest request, long directory, String name) throws Exception {
    crowd.directories().addUserToGroup(directory, request.parameter("user"), name);
  }

  private void remove(WebRequest request, long directory, String name) throws Exception {
    crowd.directories().removeUserFromGroup(directory, request.parameter("user"), name);
  }

  private WebAnswer create(WebRequest request) throws Exception {
    Directory directory = DirectoryPages.find(crowd, request, "directoryID");
    try {
      GroupTemplate group = new GroupTemplate(request.parameter("name"), directory.getId());
      group.setDescription(request.parameter("description"));
      crowd.directories().addGroup(directory.getId(), group);
      return WebAnswer.redirect(
          request.contextPath() + Links.group(directory.getId(), group.getName()));
    } catch (CrowdException | PermissionException | IllegalArgumentException e) {
      return list(request, 400, Forms.problem("The group was not created: " + e));
    }
  }

  private WebAnswer delete(WebRequest request) throws Exception {
    Directory directory = DirectoryPages.find(crowd, request, "directoryID");
    Group group = find(directory.getId(), request.parameter("name"));
    crowd.directories().removeGroup(directory.getId(), group.getName());
    return WebAnswer.redirect(request.contextPath() + Links.groups(directory.getId()));
  }
}
