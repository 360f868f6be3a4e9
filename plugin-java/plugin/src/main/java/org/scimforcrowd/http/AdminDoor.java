package org.scimforcrowd.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The admin page, its files and its API, for Crowd's system administrators only. */
public final class AdminDoor implements Door {
  private static final Logger log = LoggerFactory.getLogger(AdminDoor.class);
  private static final String PATH = "/plugins/servlet/scim-for-crowd";
  private static final String ASSETS = "/assets/";
  private static final String JSON = "application/json;charset=UTF-8";
  private static final String HTML = "text/html;charset=UTF-8";

  private final Exchanges exchanges;
  private final Administrators administrators;
  private final Assets assets;
  private final Xsrf xsrf;

  /**
   * @param random gives a value that nobody can guess
   */
  public AdminDoor(
      Exchanges exchanges, Administrators administrators, Assets assets, Supplier<String> random) {
    this.exchanges = exchanges;
    this.administrators = administrators;
    this.assets = assets;
    this.xsrf = new Xsrf(random);
  }

  @Override
  public HttpAnswer answer(HttpRequest request) {
    return answerOrRefuse(request).with("X-Content-Type-Options", "nosniff");
  }

  private HttpAnswer answerOrRefuse(HttpRequest request) {
    try {
      String path = request.path();
      if (path.startsWith(ASSETS)) {
        return asset(request, path.substring(ASSETS.length()));
      }
      return path.equals("/api") || path.startsWith("/api/") ? api(request) : page(request);
    } catch (RuntimeException failure) {
      String id = UUID.randomUUID().toString();
      log.error("Admin request {} failed", id, failure);
      return refuse(503, "Crowd does not answer. Look for " + id + " in its log", id);
    }
  }

  private HttpAnswer asset(HttpRequest request, String name) {
    return isRead(request)
        ? assets.answer(name, request.headers().get("if-none-match"))
        : refuse(405, "Files can only be read", "");
  }

  private HttpAnswer page(HttpRequest request) {
    if (!isRead(request)) {
      return refuse(405, "The page can only be read", "");
    }
    if (!request.path().isEmpty() && !request.path().equals("/")) {
      return message(404, "There is no such page");
    }
    Optional<String> user = administrators.loggedIn(request);
    if (user.isEmpty()) {
      return redirect(administrators.loginUri(URI.create(request.contextPath() + PATH + "/")));
    }
    if (!administrators.isSystemAdministrator(user.get())) {
      return message(403, "Only system administrators of Crowd can open this page");
    }
    return administrators.askForPassword(request).orElseGet(() -> page(request, user.get()));
  }

  private HttpAnswer page(HttpRequest request, String user) {
    return AdminPage.answer(
        assets.entry(),
        request.contextPath() + PATH,
        request.contextPath(),
        xsrf.value(request),
        user);
  }

  private HttpAnswer api(HttpRequest request) {
    Optional<String> user = administrators.loggedIn(request);
    if (user.isEmpty()) {
      return refuse(401, "You are not logged in any more", "");
    }
    if (!administrators.isSystemAdministrator(user.get())) {
      return refuse(403, "Only system administrators of Crowd may do that", "");
    }
    if (administrators.needsPassword(request)) {
      return refuse(401, "Crowd asks for your password again: reload the page", "");
    }
    if (!isRead(request) && !xsrf.isOurs(request)) {
      return refuse(403, "The page is out of date: reload it", "");
    }
    return exchanges
        .handle("admin", "admin", request, user.get(), AdminDoor::refuse)
        .with("Cache-Control", "no-store");
  }

  private static boolean isRead(HttpRequest request) {
    return request.method().equals("GET") || request.method().equals("HEAD");
  }

  private static HttpAnswer redirect(URI to) {
    return new HttpAnswer(
        302, Map.of("Location", to.toString(), "Cache-Control", "no-store"), new byte[0]);
  }

  private static HttpAnswer message(int status, String text) {
    return HttpAnswer.text(
            status, HTML, "<!doctype html><title>SCIM for Crowd</title><p>" + text + "</p>\n")
        .with("Content-Security-Policy", AdminPage.POLICY)
        .with("Cache-Control", "no-store");
  }

  /** admin-api.ts: Problem. */
  private static HttpAnswer refuse(int status, String message, String correlationId) {
    JsonObject problem = new JsonObject();
    problem.addProperty("status", status);
    problem.addProperty("message", message);
    problem.add("issues", new JsonArray());
    problem.addProperty("correlationId", correlationId);
    return HttpAnswer.text(status, JSON, problem.toString()).with("Cache-Control", "no-store");
  }
}
