package org.scimforcrowd.devhost.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scimforcrowd.devhost.http.WebAnswer;
import org.scimforcrowd.devhost.http.WebRequest;
import org.scimforcrowd.devhost.osgi.PluginModule;
import org.scimforcrowd.devhost.osgi.PluginRefusedException;
import org.scimforcrowd.devhost.osgi.PluginView;
import org.scimforcrowd.devhost.osgi.Plugins;

/** Manage Apps: list, upload, enable, disable, uninstall, configure. */
final class PluginPages {
  private static final String UPLOAD =
      """
      <h2>Upload app</h2>
      <form method="post" action="{}" enctype="multipart/form-data">
      {}
      <p><label for="plugin">App (.jar)</label>
      <input id="plugin" name="plugin" type="file" accept=".jar" required></p>
      <p><label for="signature">Signature (.sig){}</label>
      <input id="signature" name="signature" type="file" accept=".sig"></p>
      <p><button type="submit" class="primary">Upload</button></p>
      </form>
      """;

  /** What a form does with a plugin. */
  private interface Action {
    void run(String key) throws IOException, PluginRefusedException;
  }

  private final Plugins plugins;
  private final Layout layout;
  private final Optional<SignatureCheck> signatureCheck;

  /**
   * @param signatureCheck empty where uploads need no signature
   */
  PluginPages(Plugins plugins, Layout layout, Optional<SignatureCheck> signatureCheck) {
    this.plugins = plugins;
    this.layout = layout;
    this.signatureCheck = signatureCheck;
  }

  List<Route> routes() {
    return List.of(
        Route.get(Links.PLUGINS, request -> list(request, 200, Html.NOTHING)),
        Route.post(Links.PLUGINS + "/upload", this::upload),
        Route.post(Links.PLUGINS + "/enable", request -> act(request, plugins::enable)),
        Route.post(Links.PLUGINS + "/disable", request -> act(request, plugins::disable)),
        Route.post(Links.PLUGINS + "/uninstall", request -> act(request, plugins::uninstall)));
  }

  private WebAnswer list(WebRequest request, int status, Html message) {
    List<Html> cards = plugins.all().stream().map(plugin -> card(request, plugin)).toList();
    Html content =
        Html.of(
            "{}{}<h2>User-installed apps</h2>{}",
            message,
            uploadForm(request),
            cards.isEmpty() ? Html.of("<p>No apps are installed.</p>") : cards);
    return layout.page(request, status, "Manage Apps", content);
  }

  private Html uploadForm(WebRequest request) {
    return Html.of(
        UPLOAD,
        request.contextPath() + Links.PLUGINS + "/upload",
        Forms.token(request),
        signatureCheck.isPresent() ? ", required" : ", optional");
  }

  private static Html card(WebRequest request, PluginView plugin) {
    return Html.of(
        "<section class=\"card\"><h3>{}</h3>{}{}<div class=\"actions\">{}</div></section>",
        plugin.descriptor().name(),
        Html.when(!plugin.problem().isEmpty(), Forms.problem(plugin.problem())),
        Forms.facts(
            List.of(
                List.of("Key", plugin.key()),
                List.of("Version", plugin.version()),
                List.of("Vendor", plugin.descriptor().vendor()),
                List.of("Description", plugin.descriptor().description()),
                List.of("State", plugin.state().name()),
                List.of("Modules", modules(plugin)))),
        actions(request, plugin));
  }

  private static Html modules(PluginView plugin) {
    List<Html> items =
        plugin.descriptor().modules().stream()
            .map(module -> Html.of("<li>{} {}</li>", kind(module), module.key()))
            .toList();
    return Html.of("<ul>{}</ul>", items);
  }

  private static String kind(PluginModule module) {
    return module instanceof PluginModule.Unknown unknown
        ? unknown.element() + " (not known to the stand-in)"
        : module.getClass().getSimpleName();
  }

  private static List<Html> actions(WebRequest request, PluginView plugin) {
    String configure = plugin.descriptor().parameters().getOrDefault("configure.url", "");
    boolean enabled = plugin.isEnabled();
    return List.of(
        Html.when(
            enabled && !configure.isEmpty(),
            Html.of(
                "<a class=\"button\" href=\"{}\">Configure</a>",
                request.contextPath() + configure)),
        enabled ? button(request, "disable", plugin) : button(request, "enable", plugin),
        button(request, "uninstall", plugin));
  }

  private static Html button(WebRequest request, String action, PluginView plugin) {
    String label = Character.toUpperCase(action.charAt(0)) + action.substring(1);
    return Forms.button(
        request, Links.PLUGINS + "/" + action, label, Map.of("key", plugin.key()));
  }

  private WebAnswer upload(WebRequest request) throws IOException {
    Optional<WebRequest.Upload> plugin = request.upload("plugin");
    if (plugin.isEmpty()) {
      return list(request, 400, Forms.problem("Choose the JAR of an app."));
    }
    Path file = Files.createTempFile("upload", ".jar");
    try {
      checkSignature(request, plugin.get());
      Files.write(file, plugin.get().content());
      return installed(request, plugins.install(file));
    } catch (PluginRefusedException e) {
      return list(request, 400, Forms.problem("The app was not installed. " + e.getMessage()));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private void checkSignature(WebRequest request, WebRequest.Upload plugin)
      throws IOException, PluginRefusedException {
    if (signatureCheck.isPresent()) {
      String signature =
          request
              .upload("signature")
              .map(upload -> new String(upload.content(), StandardCharsets.US_ASCII))
              .orElse("");
      signatureCheck.get().check(plugin.content(), signature);
    }
  }

  private WebAnswer installed(WebRequest request, PluginView plugin) {
    return plugin.isEnabled() || plugin.problem().isEmpty()
        ? WebAnswer.redirect(request.contextPath() + Links.PLUGINS)
        : list(
            request,
            400,
            Forms.problem("The app was installed but not enabled. " + plugin.problem()));
  }

  private WebAnswer act(WebRequest request, Action action) throws IOException {
    try {
      action.run(request.parameter("key"));
      return WebAnswer.redirect(request.contextPath() + Links.PLUGINS);
    } catch (PluginRefusedException e) {
      return list(request, 400, Forms.problem(e.getMessage()));
    }
  }
}
