package org.scimforcrowd.devhost.http;

import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;

/** The browser session behind a servlet request. */
final class JavaxWebSession implements WebSession {
  private final HttpServletRequest request;

  JavaxWebSession(HttpServletRequest request) {
    this.request = request;
  }

  @Override
  public Optional<String> user() {
    return attribute(SessionAttributes.USER);
  }

  @Override
  public void login(String user) {
    request.getSession(true);
    request.changeSessionId();
    HttpSession session = request.getSession();
    session.setAttribute(SessionAttributes.USER, user);
    session.setAttribute(SessionAttributes.XSRF_TOKEN, Tokens.random());
    session.removeAttribute(SessionAttributes.CONFIRMED);
  }

  @Override
  public void logout() {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  @Override
  public String xsrfToken() {
    HttpSession session = request.getSession(true);
    synchronized (session) {
      if (session.getAttribute(SessionAttributes.XSRF_TOKEN) == null) {
        session.setAttribute(SessionAttributes.XSRF_TOKEN, Tokens.random());
      }
      return (String) session.getAttribute(SessionAttributes.XSRF_TOKEN);
    }
  }

  @Override
  public boolean isConfirmed() {
    return attribute(SessionAttributes.CONFIRMED).isPresent();
  }

  @Override
  public void confirm() {
    request.getSession(true).setAttribute(SessionAttributes.CONFIRMED, "yes");
  }

  private Optional<String> attribute(String name) {
    HttpSession session = request.getSession(false);
    return session == null
        ? Optional.empty()
        : Optional.ofNullable((String) session.getAttribute(name));
  }
}
