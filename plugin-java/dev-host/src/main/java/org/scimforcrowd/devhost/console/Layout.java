package org.scimforcrowd.devhost.console;

import java.util.List;
import org.scimforcrowd.devhost.http.WebAnswer;
import org.scimforcrowd.devhost.http.WebRequest;
import org.scimforcrowd.devhost.osgi.PluginModule;
import org.scimforcrowd.devhost.osgi.Plugins;

/** The frame of every page: head, menu, main part. */
final class Layout {
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>{} – Crowd stand-in</title>
      <link rel="stylesheet" href="{}/console/style.css">
      <link rel="icon" href="data:,">
      </head>
      <body>
      <a class="skip" href="#main">Skip to the main part</a>
      <header>
      <p class="brand"><a href="{}">Crowd stand-in</a></p>
      {}
      </header>
      <div class="columns">
      {}
      <main id="main">
      <h1>{}</h1>
      {}
      </main>
      </div>
      </body>
      </html>
      """;
  private static final String MENU =
      """
      <nav aria-label="Administration">
      <ul>{}</ul>
      <h2>Apps</h2>
      <ul>{}</ul>
      </nav>
      """;
  private static final List<List<String>> ENTRIES =
      List.of(
          List.of("Applications", "/console/secure/application/browse.action"),
          List.of("Directories", Links.DIRECTORIES),
          List.of("Manage Apps", Links.PLUGINS),
          List.of("Audit log", "/console/secure/auditlog.action"));

  private final Plugins plugins;

  Layout(Plugins plugins) {
    this.plugins = plugins;
  }

  /** A page of the administration, with its menu. */
  WebAnswer page(WebRequest request, int status, String title, Html content) {
    return frame(request, status, title, menu(request), content);
  }

  /** A page without the menu. */
  WebAnswer plainPage(WebRequest request, int status, String title, Html content) {
    return frame(request, status, title, Html.NOTHING, content);
  }

  private WebAnswer frame(
      WebRequest request, int status, String title, Html menu, Html content) {
    String context = request.contextPath();
    Html page =
        Html.of(
            PAGE, title, context, context + Links.HOME, userLine(request), menu, title, content);
    return WebAnswer.page(status, page.text());
  }

  private static Html userLine(WebRequest request) {
    String context = request.contextPath();
    return request
        .session()
        .user()
        .map(
            name ->
                Html.of(
                    "<p>Logged in as <strong>{}</strong> · <a href=\"{}\">Log out</a></p>",
                    name,
                    context + "/console/logoff.action"))
        .orElse(Html.NOTHING);
  }

  private Html menu(WebRequest request) {
    List<Html> own =
        ENTRIES.stream().map(e -> item(request, e.get(0), e.get(1))).toList();
    List<Html> added =
        plugins.webItems("administrationnav").stream()
            .map((PluginModule.WebItem item) -> item(request, item.label(), item.link()))
            .toList();
    return Html.of(MENU, own, added.isEmpty() ? List.of(Html.of("<li>None yet</li>")) : added);
  }

  private static Html item(WebRequest request, String label, String path) {
    boolean here = request.path().equals(path);
    return Html.of(
        "<li><a href=\"{}\"{}>{}</a></li>",
        request.contextPath() + path,
        Html.when(here, new Html(" aria-current=\"page\"")),
        label);
  }
}
