package org.scimforcrowd.devhost.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpSession;

/** Reads servlet requests of this servlet API. */
final class JavaxServletRequests implements ServletRequests {
  @Override
  public Optional<String> user(Object request) {
    return attribute(request, SessionAttributes.USER);
  }

  @Override
  public Optional<String> xsrfToken(Object request, boolean create) {
    return create
        ? Optional.of(new JavaxWebSession((HttpServletRequest) request).xsrfToken())
        : attribute(request, SessionAttributes.XSRF_TOKEN);
  }

  @Override
  public Optional<String> parameter(Object request, String name) {
    return Optional.ofNullable(((HttpServletRequest) request).getParameter(name));
  }

  @Override
  public Optional<String> header(Object request, String name) {
    return Optional.ofNullable(((HttpServletRequest) request).getHeader(name));
  }

  @Override
  public boolean isConfirmed(Object request) {
    return attribute(request, SessionAttributes.CONFIRMED).isPresent();
  }

  @Override
  public String address(Object request) {
    HttpServletRequest http = (HttpServletRequest) request;
    String query = http.getQueryString();
    return http.getRequestURI() + (query == null ? "" : "?" + query);
  }

  @Override
  public void redirect(Object response, String location) {
    try {
      ((HttpServletResponse) response).sendRedirect(location);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> attribute(Object request, String name) {
    HttpSession session = ((HttpServletRequest) request).getSession(false);
    return session == null
        ? Optional.empty()
        : Optional.ofNullable((String) session.getAttribute(name));
  }
}
