package org.scimforcrowd.devhost.console;

import java.util.List;
import org.scimforcrowd.devhost.Crowd;
import org.scimforcrowd.devhost.http.WebAnswer;
import org.scimforcrowd.devhost.http.WebRequest;

/** Login, logoff, home, and the question for the password once more. */
final class LoginPages {
  private static final String DESTINATION = "os_destination";
  private static final String CONFIRM = "/console/secure/websudo.action";
  private static final String FORM =
      """
      {}
      <form method="post" action="{}">
      {}
      <p><label for="j_username">Username</label>
      <input id="j_username" name="j_username" autocomplete="username" required></p>
      <p><label for="j_password">Password</label>
      <input id="j_password" name="j_password" type="password" autocomplete="current-password"
       required></p>
      <p><button type="submit" class="primary">Log in</button></p>
      </form>
      """;

  private final Crowd crowd;
  private final Layout layout;
  private final String baseUrl;

  LoginPages(Crowd crowd, Layout layout, String baseUrl) {
    this.crowd = crowd;
    this.layout = layout;
    this.baseUrl = baseUrl;
  }

  List<Route> routes() {
    return List.of(
        Route.get(Links.LOGIN, request -> form(request, 200, Html.NOTHING)),
        Route.post(Links.LOGIN, this::login),
        Route.get("/console/logoff.action", this::logoff),
        Route.get(Links.HOME, this::home),
        Route.get(CONFIRM, this::confirmationForm),
        Route.post(CONFIRM, this::confirm));
  }

  private WebAnswer form(WebRequest request, int status, Html message) {
    Html form =
        Html.of(
            FORM,
            message,
            request.contextPath() + Links.LOGIN,
            Forms.hidden(DESTINATION, request.parameter(DESTINATION)));
    return layout.plainPage(request, status, "Log in", form);
  }

  private WebAnswer login(WebRequest request) {
    String name = request.parameter("j_username");
    if (name.isBlank() || !crowd.authenticate(name, request.parameter("j_password"))) {
      return form(request, 401, Forms.problem("Your username or password is incorrect."));
    }
    request.session().login(name);
    return WebAnswer.redirect(destination(request));
  }

  private String destination(WebRequest request) {
    return Links.destination(request.parameter(DESTINATION), request.contextPath(), baseUrl)
        .orElse(request.contextPath() + Links.HOME);
  }

  private WebAnswer logoff(WebRequest request) {
    request.session().logout();
    return WebAnswer.redirect(request.contextPath() + Links.LOGIN);
  }

  private WebAnswer home(WebRequest request) {
    String name = request.session().user().orElse("");
    Html welcome =
        Html.of("<p>This is a stand-in for Atlassian Crowd, for development and tests.</p>");
    return crowd.isAdministrator(name)
        ? layout.page(request, 200, "Welcome to Crowd", welcome)
        : layout.plainPage(request, 200, "Welcome to Crowd", welcome);
  }

  private WebAnswer confirmationForm(WebRequest request) {
    return confirmationForm(request, 200, Html.NOTHING);
  }

  private WebAnswer confirmationForm(WebRequest request, int status, Html message) {
    Html fields =
        Html.of(
            "{}{}{}",
            Forms.hidden(DESTINATION, request.parameter(DESTINATION)),
            Forms.field("password", "Password", "password"),
            Forms.submit("Confirm"));
    return layout.page(
        request,
        status,
        "Confirm your password",
        Html.of("{}{}", message, Forms.form(request, CONFIRM, fields)));
  }

  private WebAnswer confirm(WebRequest request) {
    String name = request.session().user().orElse("");
    if (!crowd.authenticate(name, request.parameter("password"))) {
      return confirmationForm(request, 401, Forms.problem("The password is incorrect."));
    }
    request.session().confirm();
    return WebAnswer.redirect(destination(request));
  }
}
