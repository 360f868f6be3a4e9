package org.scimforcrowd.devhost.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Addresses of the pages, all of them with the context path in front. */
final class Links {
  static final String LOGIN = "/console/login.action";
  static final String HOME = "/console/home.action";
  static final String PLUGINS = "/plugins/servlet/upm";
  static final String DIRECTORIES = "/console/secure/directory/browse.action";

  private Links() {}

  static String query(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static String user(long directory, String name) {
    return "/console/secure/user/view.action?directoryID=" + directory + "&name=" + query(name);
  }

  static String group(long directory, String name) {
    return "/console/secure/group/view.action?directoryID=" + directory + "&name=" + query(name);
  }

  static String users(long directory) {
    return "/console/secure/user/browse.action?directoryID=" + directory;
  }

  static String groups(long directory) {
    return "/console/secure/group/browse.action?directoryID=" + directory;
  }

  static String directory(long id) {
    return "/console/secure/directory/view.action?ID=" + id;
  }

  static String application(long id) {
    return "/console/secure/application/view.action?ID=" + id;
  }

  /**
   * Where the browser goes after a login. Only places of this server: a path, with or without the context
   * path, or an address below the base URL.
   */
  static Optional<String> destination(String wanted, String contextPath, String baseUrl) {
    String path = wanted.startsWith(baseUrl + "/") ? wanted.substring(baseUrl.length()) : wanted;
    boolean local =
        path.startsWith("/")
            && !path.startsWith("//")
            && path.indexOf('\\') < 0
            && path.chars().noneMatch(c -> c < ' ');
    if (!local) {
      return Optional.empty();
    }
    boolean hasContext = path.equals(contextPath) || path.startsWith(contextPath + "/");
    return Optional.of(hasContext ? path : contextPath + path);
  }
}
