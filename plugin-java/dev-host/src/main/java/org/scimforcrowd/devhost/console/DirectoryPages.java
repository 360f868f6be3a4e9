package org.scimforcrowd.devhost.console;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.DirectoryType;
import com.atlassian.crowd.embedded.api.OperationType;
import com.atlassian.crowd.exception.DirectoryInstantiationException;
import com.atlassian.crowd.exception.DirectoryNotFoundException;
import com.atlassian.crowd.model.directory.ImmutableDirectory;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.scimforcrowd.devhost.Crowd;
import org.scimforcrowd.devhost.http.WebAnswer;
import org.scimforcrowd.devhost.http.WebRequest;

/** The directories: list, view, create an internal one, delete. */
final class DirectoryPages {
  private static final String CREATE = "/console/secure/directory/create.action";
  private static final String DELETE = "/console/secure/directory/delete.action";
  private static final String INTERNAL_CLASS =
      "com.atlassian.crowd.directory.InternalDirectory";

  private final Crowd crowd;
  private final DirectoryContent content;
  private final Layout layout;

  DirectoryPages(Crowd crowd, Layout layout) {
    this.crowd = crowd;
    this.content = new DirectoryContent(crowd);
    this.layout = layout;
  }

  List<Route> routes() {
    return List.of(
        Route.get(Links.DIRECTORIES, request -> list(request, 200, Html.NOTHING)),
        Route.get("/console/secure/directory/view.action", this::view),
        Route.post(CREATE, this::create),
        Route.post(DELETE, this::delete));
  }

  private WebAnswer list(WebRequest request, int status, Html message) {
    List<List<Object>> rows = new ArrayList<>();
    for (Directory directory : content.directories()) {
      rows.add(
          List.of(
              Forms.link(request, Links.directory(directory.getId()), directory.getName()),
              directory.getType().name(),
              active(directory.isActive()),
              directory.getDescription() == null ? "" : directory.getDescription()));
    }
    Html table =
        Forms.table("Directories", List.of("Name", "Type", "State", "Description"), rows);
    Html form =
        Forms.form(
            request,
            CREATE,
            Html.of(
                "{}{}{}",
                Forms.field("name", "Name", "text"),
                Forms.field("description", "Description", "text"),
                Forms.submit("Create")));
    return layout.page(
        request,
        status,
        "Directories",
        Html.of("{}{}<h2>Create an internal directory</h2>{}", message, table, form));
  }

  static String active(boolean active) {
    return active ? "Active" : "Inactive";
  }

  private WebAnswer view(WebRequest request) throws PageException {
    Directory directory = find(crowd, request, "ID");
    long id = directory.getId();
    Html links =
        Html.of(
            "<p>{} · {}</p>",
            Forms.link(request, Links.users(id), "Users"),
            Forms.link(request, Links.groups(id), "Groups"));
    Html delete =
        Forms.button(request, DELETE, "Delete this directory", Map.of("ID", String.valueOf(id)));
    return layout.page(
        request,
        200,
        "Directory " + directory.getName(),
        Html.of("{}{}{}<h2>Delete</h2>{}", links, facts(directory), attributes(directory), delete));
  }

  private static Html facts(Directory directory) {
    return Forms.facts(
        List.of(
            List.of("ID", directory.getId()),
            List.of("Type", directory.getType().name()),
            List.of("State", active(directory.isActive())),
            List.of(
                "Description",
                directory.getDescription() == null ? "" : directory.getDescription()),
            List.of(
                "Allowed operations",
                String.join(
                    ", ",
                    directory.getAllowedOperations().stream().map(Enum::name).sorted().toList()))));
  }

  private static Html attributes(Directory directory) {
    List<List<Object>> rows = new ArrayList<>();
    new TreeMap<>(directory.getAttributes())
        .forEach((name, value) -> rows.add(List.of(name, value)));
    return Forms.table("Attributes", List.of("Name", "Value"), rows);
  }

  private WebAnswer create(WebRequest request) {
    String name = request.parameter("name").trim();
    if (name.isEmpty()) {
      return list(request, 400, Forms.problem("A directory needs a name."));
    }
    Directory directory =
        ImmutableDirectory.builder(name, DirectoryType.INTERNAL, INTERNAL_CLASS)
            .setDescription(request.parameter("description"))
            .setEncryptionType("atlassian-security")
            .setAttribute("user_encryption_method", "atlassian-security")
            .setAttribute("useNestedGroups", "true")
            .setAllowedOperations(EnumSet.allOf(OperationType.class))
            .build();
    try {
      long id = crowd.directories().addDirectory(directory).getId();
      return WebAnswer.redirect(request.contextPath() + Links.directory(id));
    } catch (DirectoryInstantiationException | RuntimeException e) {
      return list(request, 400, Forms.problem("The directory was not created: " + e));
    }
  }

  private WebAnswer delete(WebRequest request) throws Exception {
    crowd.directories().removeDirectory(find(crowd, request, "ID"));
    return WebAnswer.redirect(request.contextPath() + Links.DIRECTORIES);
  }

  /** The directory whose id a parameter holds. */
  static Directory find(Crowd crowd, WebRequest request, String parameter) throws PageException {
    try {
      return crowd.directories().findDirectoryById(Long.parseLong(request.parameter(parameter)));
    } catch (DirectoryNotFoundException | NumberFormatException e) {
      throw new PageException(404, "There is no such directory");
    }
  }
}
