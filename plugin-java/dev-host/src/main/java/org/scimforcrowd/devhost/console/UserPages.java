package org.scimforcrowd.devhost.console;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.exception.CrowdException;
import com.atlassian.crowd.exception.PermissionException;
import com.atlassian.crowd.exception.UserNotFoundException;
import com.atlassian.crowd.model.user.User;
import com.atlassian.crowd.model.user.UserTemplate;
import com.atlassian.crowd.model.user.UserTemplateWithAttributes;
import com.atlassian.crowd.model.user.UserWithAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.scimforcrowd.devhost.Crowd;
import org.scimforcrowd.devhost.http.WebAnswer;
import org.scimforcrowd.devhost.http.WebRequest;

/** The users of a directory, and what an administrator may do to one by hand. */
final class UserPages {
  private static final String CREATE = "/console/secure/user/create.action";
  private static final String UPDATE = "/console/secure/user/update.action";
  private static final String DELETE = "/console/secure/user/delete.action";
  private static final String JOIN = "/console/secure/user/addgroup.action";
  private static final String LEAVE = "/console/secure/user/removegroup.action";

  private final Crowd crowd;
  private final DirectoryContent content;
  private final Layout layout;

  UserPages(Crowd crowd, Layout layout) {
    this.crowd = crowd;
    this.content = new DirectoryContent(crowd);
    this.layout = layout;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/console/secure/user/browse.action", r -> list(r, 200, Html.NOTHING)),
        Route.get("/console/secure/user/view.action", r -> view(r, 200, Html.NOTHING)),
        Route.post(CREATE, this::create),
        Route.post(UPDATE, request -> act(request, this::update)),
        Route.post(DELETE, this::delete),
        Route.post(JOIN, request -> act(request, this::join)),
        Route.post(LEAVE, request -> act(request, this::leave)));
  }

  private WebAnswer list(WebRequest request, int status, Html message) throws Exception {
    Directory directory = DirectoryPages.find(crowd, request, "directoryID");
    long id = directory.getId();
    List<List<Object>> rows = new ArrayList<>();
    for (String name : content.userNames(id)) {
      User user = content.user(id, name);
      rows.add(
          List.of(
              Forms.link(request, Links.user(id, name), name),
              text(user.getDisplayName()),
              text(user.getEmailAddress()),
              DirectoryPages.active(user.isActive())));
    }
    Html table = Forms.table("Users", List.of("Username", "Name", "Email", "State"), rows);
    return layout.page(
        request,
        status,
        "Users of " + directory.getName(),
        Html.of("{}{}<h2>Create a user</h2>{}", message, table, createForm(request, id)));
  }

  private static Html createForm(WebRequest request, long directory) {
    return Forms.form(
        request,
        CREATE,
        Html.of(
            "{}{}{}{}{}{}{}",
            Forms.hidden("directoryID", directory),
            Forms.field("name", "Username", "text"),
            Forms.field("firstName", "First name", "text"),
            Forms.field("lastName", "Last name", "text"),
            Forms.field("email", "Email", "email"),
            Forms.field("password", "Password (empty: none)", "password"),
            Forms.submit("Create")));
  }

  private static String text(String value) {
    return Objects.requireNonNullElse(value, "");
  }

  private WebAnswer view(WebRequest request, int status, Html message) throws Exception {
    Directory directory = DirectoryPages.find(crowd, request, "directoryID");
    UserWithAttributes user = find(directory.getId(), request.parameter("name"));
    Html body =
        Html.of(
            "{}<p>In {}</p>{}{}<h2>Memberships</h2>{}<h2>Change</h2>{}",
            message,
            Forms.link(request, Links.users(directory.getId()), directory.getName()),
            facts(user),
            attributes(DirectoryJson.sorted(user)),
            memberships(request, user),
            changes(request, user));
    return layout.page(request, status, "User " + user.getName(), body);
  }

  private UserWithAttributes find(long directory, String name)
      throws PageException, CrowdException {
    try {
      return content.user(directory, name);
    } catch (UserNotFoundException e) {
      throw new PageException(404, "There is no such user");
    }
  }

  private static Html facts(User user) {
    return Forms.facts(
        List.of(
            List.of("Username", user.getName()),
            List.of("State", DirectoryPages.active(user.isActive())),
            List.of("First name", text(user.getFirstName())),
            List.of("Last name", text(user.getLastName())),
            List.of("Display name", text(user.getDisplayName())),
            List.of("Email", text(user.getEmailAddress())),
            List.of("External id", text(user.getExternalId()))));
  }

  static Html attributes(Map<String, ? extends Iterable<String>> attributes) {
    List<List<Object>> rows = new ArrayList<>();
    attributes.forEach((name, values) -> rows.add(List.of(name, String.join(" | ", values))));
    return Forms.table("Attributes", List.of("Name", "Values"), rows);
  }

  private Html memberships(WebRequest request, User user) throws CrowdException {
    long directory = user.getDirectoryId();
    List<List<Object>> rows = new ArrayList<>();
    for (String group : content.groupsOfUser(directory, user.getName())) {
      rows.add(
          List.of(
              Forms.link(request, Links.group(directory, group), group),
              Forms.button(request, LEAVE, "Remove from " + group, keys(user, "group", group))));
    }
    Html join =
        Html.of(
            "{}{}{}",
            Forms.hidden(keys(user)),
            Forms.field("group", "Group", "text"),
            Forms.submit("Add to group"));
    return Html.of(
        "{}{}",
        Forms.table("Groups of this user", List.of("Group", "Action"), rows),
        Forms.form(request, JOIN, join));
  }

  private static Html changes(WebRequest request, User user) {
    boolean active = user.isActive();
    String label = active ? "Make inactive" : "Make active";
    return Html.of(
        "<div class=\"actions\">{}{}</div>",
        Forms.button(request, UPDATE, label, keys(user, "active", String.valueOf(!active))),
        Forms.button(request, DELETE, "Delete this user", keys(user)));
  }

  private static Map<String, Object> keys(User user) {
    return Map.of("directoryID", user.getDirectoryId(), "name", user.getName());
  }

  private static Map<String, Object> keys(User user, String name, String value) {
    return Map.of("directoryID", user.getDirectoryId(), "name", user.getName(), name, value);
  }

  /** What a form does to the user that it names. */
  private interface Action {
    void run(WebRequest request, long directory, String name) throws Exception;
  }

  private WebAnswer act(WebRequest request, Action action) throws Exception {
    Directory directory = DirectoryPages.find(crowd, request, "directoryID");
    String name = request.parameter("name");
    try {
      action.run(request, directory.getId(), name);
      return WebAnswer.redirect(request.contextPath() + Links.user(directory.getId(), name));
    } catch (CrowdException | PermissionException | IllegalArgumentException e) {
      return view(request, 400, Forms.problem(e.toString()));
    }
  }

  private void update(WebRequest request, long directory, String name) throws Exception {
    UserTemplate changed = new UserTemplate(crowd.directories().findUserByName(directory, name));
    changed.setActive(Boolean.parseBoolean(request.parameter("active")));
    crowd.directories().updateUser(directory, changed);
  }

  private void join(WebRequest request, long directory, String name) throws Exception {
    crowd.directories().addUserToGroup(directory, name, request.parameter("group"));
  }

  private void leave(WebRequest request, long directory, String name) throws Exception {
    crowd.directories().removeUserFromGroup(directory, name, request.parameter("group"));
  }

  private WebAnswer create(WebRequest request) throws Exception {
    Directory directory = DirectoryPages.find(crowd, request, "directoryID");
    try {
      crowd
          .directories()
          .addUser(directory.getId(), newUser(request, directory.getId()), password(request));
      return WebAnswer.redirect(
          request.contextPath() + Links.user(directory.getId(), request.parameter("name")));
    } catch (CrowdException | PermissionException | IllegalArgumentException e) {
      return list(request, 400, Forms.problem("The user was not created: " + e));
    }
  }

  private static UserTemplateWithAttributes newUser(WebRequest request, long directory) {
    UserTemplateWithAttributes user =
        new UserTemplateWithAttributes(request.parameter("name"), directory);
    String first = request.parameter("firstName");
    String last = request.parameter("lastName");
    user.setFirstName(first);
    user.setLastName(last);
    user.setDisplayName((first + " " + last).trim());
    user.setEmailAddress(request.parameter("email"));
    user.setActive(true);
    return user;
  }

  private static PasswordCredential password(WebRequest request) {
    String password = request.parameter("password");
    return password.isEmpty()
        ? PasswordCredential.NONE
        : PasswordCredential.unencrypted(password);
  }

  private WebAnswer delete(WebRequest request) throws Exception {
    Directory directory = DirectoryPages.find(crowd, request, "directoryID");
    User user = find(directory.getId(), request.parameter("name"));
    crowd.directories().removeUser(directory.getId(), user.getName());
    return WebAnswer.redirect(request.contextPath() + Links.users(directory.getId()));
  }
}
