package org.scimforcrowd.devhost.http;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.scimforcrowd.devhost.osgi.ServletModule;
import org.scimforcrowd.devhost.osgi.ServletModules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything below /plugins/servlet: finds the plugin's servlet and calls it as the framework does. */
final class JavaxPluginServlet extends HttpServlet {
  private static final Logger LOG = LoggerFactory.getLogger(JavaxPluginServlet.class);

  private final transient HttpServer.Parts parts;
  private final transient ServletRequests requests;

  JavaxPluginServlet(HttpServer.Parts parts, ServletRequests requests) {
    this.parts = parts;
    this.requests = requests;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = Objects.requireNonNullElse(request.getPathInfo(), "");
    Optional<ServletModules.Match> match = parts.servlets().find(path);
    if (match.isEmpty()) {
      notFound(request, response);
      return;
    }
    Optional<String> user = requests.user(request);
    Thread thread = Thread.currentThread();
    ClassLoader host = thread.getContextClassLoader();
    thread.setContextClassLoader(match.get().module().loader());
    parts.remoteUser().set(user);
    try {
      serve(new JavaxPluginRequest(request, match.get(), user, host), response, match.get());
    } finally {
      parts.remoteUser().clear();
      thread.setContextClassLoader(host);
    }
  }

  private void serve(
      JavaxPluginRequest request, HttpServletResponse response, ServletModules.Match match)
      throws IOException {
    ServletModule module = match.module();
    Optional<String> user = Optional.ofNullable(request.getRemoteUser());
    HttpServlet servlet;
    try {
      servlet = (HttpServlet) module.servlet(created -> started(module, (HttpServlet) created));
    } catch (Exception | LinkageError e) {
      LOG.error("Unable to create new reference {}", module.completeKey(), e);
      notFound(request, response);
      return;
    }
    switch (parts.access().decide(module.declaredClass(), servlet, user)) {
      case ALLOWED -> call(servlet, request, response);
      case NOT_LOGGED_IN -> askForLogin(request, response);
      default -> response.sendError(HttpServletResponse.SC_FORBIDDEN, "Access denied");
    }
  }

  private AutoCloseable started(ServletModule module, HttpServlet servlet)
      throws ServletException {
    servlet.init(new JavaxPluginConfig(module, getServletContext()));
    return servlet::destroy;
  }

  private static void call(
      HttpServlet servlet, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      servlet.service(request, response);
    } catch (ServletException e) {
      LOG.error("A plugin's servlet failed", e);
      response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR, e.getMessage());
    }
  }

  private static void notFound(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.sendError(
        HttpServletResponse.SC_NOT_FOUND,
        "Could not find servlet for: " + request.getRequestURI());
  }

  /** A browser is sent to the login page, any other client gets 401. */
  private void askForLogin(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String accept = Objects.requireNonNullElse(request.getHeader("Accept"), "");
    if (!accept.contains("text/html")) {
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED, "Login required");
      return;
    }
    String destination = requests.address(request).substring(request.getContextPath().length());
    response.sendRedirect(
        request.getContextPath()
            + "/console/login.action?os_destination="
            + URLEncoder.encode(destination, StandardCharsets.UTF_8));
  }
}
