package org.scimforcrowd.devhost.console;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.OperationType;
import com.atlassian.crowd.exception.ApplicationNotFoundException;
import com.atlassian.crowd.model.application.Application;
import com.atlassian.crowd.model.application.ApplicationDirectoryMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.scimforcrowd.devhost.Crowd;
import org.scimforcrowd.devhost.http.WebAnswer;
import org.scimforcrowd.devhost.http.WebRequest;

/** The applications and the directories that are mapped to them. */
final class ApplicationPages {
  private static final String MAP = "/console/secure/application/map.action";
  private static final String UNMAP = "/console/secure/application/unmap.action";
  private static final String SELECT =
      """
      <p><label for="directoryID">Directory</label>
      <select id="directoryID" name="directoryID">{}</select></p>
      """;

  private final Crowd crowd;
  private final DirectoryContent content;
  private final Layout layout;

  ApplicationPages(Crowd crowd, Layout layout) {
    this.crowd = crowd;
    this.content = new DirectoryContent(crowd);
    this.layout = layout;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/console/secure/application/browse.action", this::list),
        Route.get("/console/secure/application/view.action", this::view),
        Route.post(MAP, this::map),
        Route.post(UNMAP, this::unmap));
  }

  private WebAnswer list(WebRequest request) {
    List<List<Object>> rows = new ArrayList<>();
    for (Application application : crowd.applications().findAll()) {
      rows.add(
          List.of(
              Forms.link(
                  request, Links.application(application.getId()), application.getName()),
              application.getType().getDisplayName(),
              DirectoryPages.active(application.isActive()),
              Objects.requireNonNullElse(application.getDescription(), "")));
    }
    return layout.page(
        request,
        200,
        "Applications",
        Forms.table("Applications", List.of("Name", "Type", "State", "Description"), rows));
  }

  private WebAnswer view(WebRequest request) throws PageException {
    Application application = find(request);
    Html facts =
        Forms.facts(
            List.of(
                List.of("ID", application.getId()),
                List.of("Type", application.getType().getDisplayName()),
                List.of("State", DirectoryPages.active(application.isActive()))));
    return layout.page(
        request,
        200,
        "Application " + application.getName(),
        Html.of(
            "{}<h2>Directories</h2>{}{}",
            facts,
            mappings(request, application),
            mapForm(request, application)));
  }

  private static Html mappings(WebRequest request, Application application) {
    List<List<Object>> rows = new ArrayList<>();
    for (ApplicationDirectoryMapping mapping : application.getApplicationDirectoryMappings()) {
      Directory directory = mapping.getDirectory();
      rows.add(
          List.of(
              Forms.link(request, Links.directory(directory.getId()), directory.getName()),
              mapping.isAllowAllToAuthenticate() ? "All users" : "Groups",
              String.join(", ", mapping.getAuthorisedGroupNames().stream().sorted().toList()),
              Forms.button(
                  request,
                  UNMAP,
                  "Remove " + directory.getName(),
                  Map.of("ID", application.getId(), "directoryID", directory.getId()))));
    }
    return Forms.table(
        "Mapped directories", List.of("Directory", "May log in", "Groups", "Action"), rows);
  }

  private Html mapForm(WebRequest request, Application application) {
    List<Html> options =
        content.directories().stream()
            .filter(d -> application.getApplicationDirectoryMapping(d.getId()) == null)
            .map(d -> Html.of("<option value=\"{}\">{}</option>", d.getId(), d.getName()))
            .toList();
    if (options.isEmpty()) {
      return Html.NOTHING;
    }
    return Forms.form(
        request,
        MAP,
        Html.of(
            "{}{}{}",
            Forms.hidden("ID", application.getId()),
            Html.of(SELECT, options),
            Forms.submit("Map directory")));
  }

  private WebAnswer map(WebRequest request) throws Exception {
    Application application = find(request);
    Directory directory = DirectoryPages.find(crowd, request, "directoryID");
    crowd
        .applications()
        .addDirectoryMapping(application, directory, true, OperationType.values());
    return WebAnswer.redirect(request.contextPath() + Links.application(application.getId()));
  }

  private WebAnswer unmap(WebRequest request) throws Exception {
    Application application = find(request);
    Directory directory = DirectoryPages.find(crowd, request, "directoryID");
    crowd.applications().removeDirectoryFromApplication(directory, application);
    return WebAnswer.redirect(request.contextPath() + Links.application(application.getId()));
  }

  private Application find(WebRequest request) throws PageException {
    try {
      return crowd.applications().findById(Long.parseLong(request.parameter("ID")));
    } catch (ApplicationNotFoundException | NumberFormatException e) {
      throw new PageException(404, "There is no such application");
    }
  }
}
