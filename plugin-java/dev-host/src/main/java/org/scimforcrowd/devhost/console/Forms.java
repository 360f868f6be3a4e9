package org.scimforcrowd.devhost.console;

import java.util.List;
import java.util.Map;
import org.scimforcrowd.devhost.http.Tokens;
import org.scimforcrowd.devhost.http.WebRequest;

/** Parts of forms and tables. */
final class Forms {
  static final String XSRF_PARAMETER = "atl_token";

  private Forms() {}

  /** A form that posts to a path, with the session's token. */
  static Html form(WebRequest request, String path, Html content) {
    return Html.of(
        "<form method=\"post\" action=\"{}\">{}{}</form>",
        request.contextPath() + path,
        token(request),
        content);
  }

  static Html token(WebRequest request) {
    return hidden(XSRF_PARAMETER, request.session().xsrfToken());
  }

  static Html hidden(String name, Object value) {
    return Html.of("<input type=\"hidden\" name=\"{}\" value=\"{}\">", name, value);
  }

  static Html hidden(Map<String, Object> values) {
    return Html.of(
        "{}", values.entrySet().stream().map(e -> hidden(e.getKey(), e.getValue())).toList());
  }

  static Html field(String id, String label, String type) {
    return Html.of(
        "<p><label for=\"{}\">{}</label><input id=\"{}\" name=\"{}\" type=\"{}\"></p>",
        id,
        label,
        id,
        id,
        type);
  }

  /** A form of one button only. */
  static Html button(
      WebRequest request, String path, String label, Map<String, Object> values) {
    return form(
        request, path, Html.of("{}<button type=\"submit\">{}</button>", hidden(values), label));
  }

  static Html submit(String label) {
    return Html.of("<p><button type=\"submit\" class=\"primary\">{}</button></p>", label);
  }

  static Html link(WebRequest request, String path, Object label) {
    return Html.of("<a href=\"{}\">{}</a>", request.contextPath() + path, label);
  }

  /** Scrolls in its own frame where it is wider than the screen; the frame can be reached by keyboard. */
  static Html table(String caption, List<String> heads, List<List<Object>> rows) {
    if (rows.isEmpty()) {
      return Html.of("<p>{}: none.</p>", caption);
    }
    return Html.of(
        "<div class=\"frame\" role=\"region\" aria-label=\"{}\" tabindex=\"0\">"
            + "<table><caption>{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>",
        caption,
        caption,
        heads.stream().map(head -> Html.of("<th scope=\"col\">{}</th>", head)).toList(),
        rows.stream().map(Forms::row).toList());
  }

  private static Html row(List<Object> cells) {
    return Html.of("<tr>{}</tr>", cells.stream().map(c -> Html.of("<td>{}</td>", c)).toList());
  }

  /** Names and values, one below the other. */
  static Html facts(List<List<Object>> facts) {
    return Html.of(
        "<dl>{}</dl>",
        facts.stream().map(f -> Html.of("<dt>{}</dt><dd>{}</dd>", f.get(0), f.get(1))).toList());
  }

  static Html problem(String message) {
    return Html.of("<p class=\"problem\" role=\"alert\">{}</p>", message);
  }

  /** Refuses a form that does not carry the token of its session. */
  static void checkToken(WebRequest request) throws PageException {
    if (!Tokens.same(request.session().xsrfToken(), request.parameter(XSRF_PARAMETER))) {
      throw new PageException(403, "XSRF token missing or wrong: go back, reload, try again");
    }
  }
}
