package org.scimforcrowd.http;

import java.util.List;

/**
 * The document that the admin page starts from. No inline script or style: the policy below forbids
 * them.
 */
final class AdminPage {
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; "
          + "frame-ancestors 'self'";
  private static final String THEME =
      "dark:dark light:light motion:motion shape:shape spacing:spacing typography:typography";

  private AdminPage() {}

  /**
   * @param base path of the servlet, without trailing slash, e.g.
   *     /crowd/plugins/servlet/scim-for-crowd
   */
  static HttpAnswer answer(
      Assets.Entry entry, String base, String contextPath, String xsrf, String user) {
    String assets = escaped(base) + "/assets/";
    StringBuilder html = new StringBuilder();
    html.append("<!doctype html>\n<html lang=\"en\" data-theme=\"").append(THEME);
    html.append("\" data-color-mode=\"light\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.append("<title>SCIM for Crowd</title>\n");
    add(html, entry.styles(), "<link rel=\"stylesheet\" href=\"" + assets, "\">\n");
    html.append("</head>\n<body>\n<div id=\"scim-for-crowd\"");
    attribute(html, "data-api", base + "/api");
    attribute(html, "data-xsrf", xsrf);
    attribute(html, "data-user", user);
    attribute(html, "data-context", contextPath);
    html.append("></div>\n<noscript>This page needs JavaScript.</noscript>\n");
    add(html, entry.scripts(), "<script src=\"" + assets, "\" defer></script>\n");
    html.append("</body>\n</html>\n");
    return HttpAnswer.text(200, "text/html;charset=UTF-8", html.toString())
        .with("Content-Security-Policy", POLICY)
        .with("Referrer-Policy", "same-origin")
        .with("Cache-Control", "no-store");
  }

  private static void add(StringBuilder html, List<String> names, String before, String after) {
    names.forEach(name -> html.append(before).append(escaped(name)).append(after));
  }

  private static void attribute(StringBuilder html, String name, String value) {
    html.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("\"", "&quot;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
