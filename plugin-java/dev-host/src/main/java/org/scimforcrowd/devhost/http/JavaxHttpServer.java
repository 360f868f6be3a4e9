package org.scimforcrowd.devhost.http;

import java.io.IOException;
import java.net.BindException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.servlet.MultipartConfigElement;
import javax.servlet.SessionTrackingMode;
import org.eclipse.jetty.ee8.servlet.ServletContextHandler;
import org.eclipse.jetty.ee8.servlet.ServletHolder;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Jetty with this servlet API, on 127.0.0.1 only. */
public final class JavaxHttpServer implements HttpServer {
  private static final long LARGEST_UPLOAD = 64L * 1024 * 1024;
  private static final int KEPT_IN_MEMORY = 1024 * 1024;
  private static final List<String> PACKAGES =
      List.of(
          "javax.servlet",
          "javax.servlet.annotation",
          "javax.servlet.descriptor",
          "javax.servlet.http");

  private final Server server = new Server();
  private final ServerConnector connector;
  private final ServletRequests requests = new JavaxServletRequests();

  JavaxHttpServer() {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    configuration.setUriCompliance(
        UriCompliance.DEFAULT.with(
            "tomcat", UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT));
    configuration.addCustomizer(new CompactPaths());
    connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
  }

  @Override
  public String servletPackages() {
    return PACKAGES.stream()
        .map(name -> name + ";version=4.0.0")
        .collect(Collectors.joining(","));
  }

  @Override
  public ServletRequests requests() {
    return requests;
  }

  @Override
  public int open(int port) throws IOException {
    connector.setPort(port);
    try {
      connector.open();
    } catch (IOException e) {
      throw e.getCause() instanceof BindException used ? used : e;
    }
    return connector.getLocalPort();
  }

  @Override
  public void start(Parts parts) throws Exception {
    ServletContextHandler context = new ServletContextHandler(ServletContextHandler.SESSIONS);
    context.setContextPath(CONTEXT_PATH);
    context.getSessionHandler().setHttpOnly(true);
    context.getSessionHandler().setSameSite(HttpCookie.SameSite.LAX);
    context.getSessionHandler().setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
    context.addServlet(
        new ServletHolder(new JavaxPluginServlet(parts, requests)), "/plugins/servlet/*");
    context.addServlet(
        new ServletHolder(new JavaxFloorServlet(parts.recordings())), JavaxFloorServlet.PATTERN);
    ServletHolder pages = pages(parts);
    for (String pattern : List.of("/", "/plugins/servlet/upm", "/plugins/servlet/upm/*")) {
      context.addServlet(pages, pattern);
    }
    server.setHandler(context);
    server.start();
  }

  private static ServletHolder pages(Parts parts) {
    ServletHolder holder =
        new ServletHolder(new JavaxPagesServlet(parts.pages(), parts.remoteUser()));
    String folder = System.getProperty("java.io.tmpdir");
    holder
        .getRegistration()
        .setMultipartConfig(
            new MultipartConfigElement(folder, LARGEST_UPLOAD, LARGEST_UPLOAD, KEPT_IN_MEMORY));
    return holder;
  }

  @Override
  public void close() throws Exception {
    server.stop();
    connector.close();
  }
}
