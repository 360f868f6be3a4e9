package org.scimforcrowd.http.javax;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpSession;
import org.scimforcrowd.http.Door;
import org.scimforcrowd.http.HttpAnswer;
import org.scimforcrowd.http.HttpRequest;

/** Brings a servlet request to a door and its answer back. */
final class JavaxHttp implements HttpRequest {
  private final HttpServletRequest request;
  private final HttpServletResponse response;

  private JavaxHttp(HttpServletRequest request, HttpServletResponse response) {
    this.request = request;
    this.response = response;
  }

  static void serve(Door door, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HttpAnswer answer = door.answer(new JavaxHttp(request, response));
    if (answer.isSent()) {
      return;
    }
    response.setStatus(answer.status());
    answer.headers().forEach(response::setHeader);
    if (answer.body().length > 0) {
      response.setContentLength(answer.body().length);
      response.getOutputStream().write(answer.body());
    }
  }

  @Override
  public String method() {
    return request.getMethod();
  }

  @Override
  public String path() {
    String uri = request.getRequestURI().replaceFirst(";jsessionid=[^/]*", "");
    int start = uri.indexOf(request.getServletPath(), request.getContextPath().length());
    return start < 0 ? encodedPathInfo() : uri.substring(start + request.getServletPath().length());
  }

  /** For a URI that writes our own path in an unusual way, with escapes or doubled slashes. */
  private String encodedPathInfo() {
    try {
      String path = request.getPathInfo();
      return path == null ? "" : new URI(null, null, path, null).getRawPath();
    } catch (URISyntaxException impossible) {
      return "";
    }
  }

  @Override
  public String query() {
    return request.getQueryString() == null ? "" : request.getQueryString();
  }

  @Override
  public Map<String, String> headers() {
    Map<String, String> headers = new TreeMap<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (!lower.equals("cookie")) {
        headers.put(lower, String.join(", ", Collections.list(request.getHeaders(name))));
      }
    }
    return headers;
  }

  @Override
  public InputStream body() throws IOException {
    return request.getInputStream();
  }

  @Override
  public String remoteAddress() {
    return request.getRemoteAddr();
  }

  @Override
  public String contextPath() {
    return request.getContextPath();
  }

  @Override
  public String sessionValue(String name) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(name) instanceof String value ? value : null;
  }

  @Override
  public void keepInSession(String name, String value) {
    request.getSession(true).setAttribute(name, value);
  }

  @Override
  public Object nativeRequest() {
    return request;
  }

  @Override
  public Object nativeResponse() {
    return response;
  }
}
