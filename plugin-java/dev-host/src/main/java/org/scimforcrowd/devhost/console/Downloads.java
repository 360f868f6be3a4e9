package org.scimforcrowd.devhost.console;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.scimforcrowd.devhost.http.WebAnswer;
import org.scimforcrowd.devhost.osgi.PluginDescriptor;
import org.scimforcrowd.devhost.osgi.PluginModule;
import org.scimforcrowd.devhost.osgi.Plugins;

/**
 * /download/resources/&lt;plugin key&gt;[:&lt;module key&gt;]/&lt;resource name&gt;: files of enabled
 * plugins that their descriptor offers, for everybody.
 */
final class Downloads {
  private static final String PREFIX = "/download/resources/";
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css;charset=UTF-8",
          "html", "text/html;charset=UTF-8",
          "js", "text/javascript;charset=UTF-8",
          "json", "application/json",
          "map", "application/json",
          "png", "image/png",
          "svg", "image/svg+xml",
          "woff2", "font/woff2");

  private final Plugins plugins;

  Downloads(Plugins plugins) {
    this.plugins = plugins;
  }

  WebAnswer answer(String requested) throws IOException, PageException {
    String path = withoutCachePrefix(requested);
    int end = path.indexOf('/', PREFIX.length());
    if (!path.startsWith(PREFIX) || end < 0) {
      throw notFound();
    }
    String owner = path.substring(PREFIX.length(), end).replace("::", "/");
    return file(owner, path.substring(end + 1));
  }

  /** A rewrite filter of Crowd strips /s/&lt;anything&gt;/_ in front. */
  private static String withoutCachePrefix(String path) {
    int end = path.startsWith("/s/") ? path.indexOf("/_/") : -1;
    return end < 0 ? path : path.substring(end + 2);
  }

  private WebAnswer file(String owner, String name) throws IOException, PageException {
    String pluginKey = owner.split(":", 2)[0];
    PluginDescriptor descriptor =
        plugins.enabledDescriptor(pluginKey).orElseThrow(Downloads::notFound);
    PluginModule.Resource resource =
        resourcesOf(descriptor, owner).stream()
            .filter(r -> covers(r, name))
            .findFirst()
            .orElseThrow(Downloads::notFound);
    String location = location(resource, name);
    URL entry = plugins.entry(pluginKey, location).orElseThrow(Downloads::notFound);
    URLConnection connection = entry.openConnection();
    connection.setUseCaches(false);
    try (InputStream in = connection.getInputStream()) {
      return WebAnswer.file(type(resource, location), in.readAllBytes());
    }
  }

  private static List<PluginModule.Resource> resourcesOf(
      PluginDescriptor descriptor, String owner) {
    if (!owner.contains(":")) {
      return descriptor.resources();
    }
    String moduleKey = owner.split(":", 2)[1];
    Optional<PluginModule.WebResource> module =
        descriptor.modules().stream()
            .filter(PluginModule.WebResource.class::isInstance)
            .map(PluginModule.WebResource.class::cast)
            .filter(m -> m.key().equals(moduleKey))
            .findFirst();
    return module.map(PluginModule.WebResource::resources).orElse(List.of());
  }

  private static boolean covers(PluginModule.Resource resource, String name) {
    boolean folder = resource.name().endsWith("/");
    return folder
        ? name.startsWith(resource.name()) && !name.endsWith("/") && !name.contains("..")
        : name.equals(resource.name());
  }

  private static String location(PluginModule.Resource resource, String name) {
    return resource.name().endsWith("/")
        ? resource.location() + name.substring(resource.name().length())
        : resource.location();
  }

  private static String type(PluginModule.Resource resource, String location) {
    if (!resource.contentType().isEmpty()) {
      return resource.contentType();
    }
    String ending = location.substring(location.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return TYPES.getOrDefault(ending, "application/octet-stream");
  }

  private static PageException notFound() {
    return new PageException(404, "There is no such file");
  }
}
