package org.scimforcrowd.devhost.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scimforcrowd.devhost.Crowd;
import org.scimforcrowd.devhost.http.WebAnswer;
import org.scimforcrowd.devhost.http.WebPages;
import org.scimforcrowd.devhost.http.WebRequest;
import org.scimforcrowd.devhost.osgi.Plugins;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All pages of the stand-in: finds the page, checks who asks and the form's token, answers errors. */
public final class Console implements WebPages {
  private static final Logger LOG = LoggerFactory.getLogger(Console.class);
  private static final Set<String> OPEN = Set.of(Links.LOGIN, "/console/logoff.action");
  private static final String STYLE = "/console/style.css";

  private final Crowd crowd;
  private final Layout layout;
  private final Downloads downloads;
  private final MachineView machineView;
  private final Map<String, Route> routes;
  private final byte[] style;

  /** What the pages are made with. */
  public record Settings(Path home, String baseUrl, boolean signatureCheck) {}

  public Console(Crowd crowd, Plugins plugins, Settings settings) throws IOException {
    this.crowd = crowd;
    layout = new Layout(plugins);
    downloads = new Downloads(plugins);
    machineView = new MachineView(crowd);
    style = readStyle();
    Optional<SignatureCheck> signatureCheck =
        settings.signatureCheck()
            ? Optional.of(new SignatureCheck(settings.home().resolve("upmconfig/truststore")))
            : Optional.empty();
    routes =
        Stream.of(
                new LoginPages(crowd, layout, settings.baseUrl()).routes(),
                new PluginPages(plugins, layout, signatureCheck).routes(),
                new DirectoryPages(crowd, layout).routes(),
                new UserPages(crowd, layout).routes(),
                new GroupPages(crowd, layout).routes(),
                new ApplicationPages(crowd, layout).routes(),
                new AuditPages(crowd, layout).routes())
            .flatMap(List::stream)
            .collect(Collectors.toMap(r -> r.method() + r.path(), Function.identity()));
  }

  private static byte[] readStyle() throws IOException {
    try (InputStream in = Console.class.getResourceAsStream("style.css")) {
      if (in == null) {
        throw new IOException("style.css is not on the class path");
      }
      return in.readAllBytes();
    }
  }

  @Override
  public WebAnswer answer(WebRequest request) {
    try {
      return find(request);
    } catch (PageException e) {
      return problem(request, e.status(), e.getMessage());
    } catch (Exception e) {
      LOG.error("{} {} failed", request.method(), request.path(), e);
      return problem(request, 500, "Something went wrong: " + e);
    }
  }

  private WebAnswer find(WebRequest request) throws Exception {
    String path = request.path();
    if (path.equals(STYLE)) {
      return WebAnswer.file("text/css;charset=UTF-8", style);
    }
    if (path.startsWith("/stand-in/")) {
      return machineView.answer(request);
    }
    if (path.startsWith("/download/") || path.startsWith("/s/")) {
      return downloads.answer(path);
    }
    if (path.equals("/") || path.isEmpty()) {
      return WebAnswer.redirect(request.contextPath() + Links.HOME);
    }
    return page(request);
  }

  private WebAnswer page(WebRequest request) throws Exception {
    String method = request.method().equals("HEAD") ? "GET" : request.method();
    Route route = routes.get(method + request.path());
    if (route == null) {
      throw new PageException(404, "There is no such page");
    }
    Optional<String> user = request.session().user();
    if (!OPEN.contains(route.path())) {
      if (user.isEmpty()) {
        return askForLogin(request);
      }
      boolean forAll = route.path().equals(Links.HOME);
      if (!forAll && !crowd.isAdministrator(user.get())) {
        throw new PageException(403, "Only administrators of Crowd may see this page");
      }
      if (route.method().equals("POST")) {
        Forms.checkToken(request);
      }
    }
    return route.handler().answer(request);
  }

  private static WebAnswer askForLogin(WebRequest request) {
    String destination = request.method().equals("GET") ? request.path() : Links.HOME;
    return WebAnswer.redirect(
        request.contextPath() + Links.LOGIN + "?os_destination=" + Links.query(destination));
  }

  private WebAnswer problem(WebRequest request, int status, String message) {
    return layout.plainPage(request, status, "Error " + status, Forms.problem(message));
  }
}
