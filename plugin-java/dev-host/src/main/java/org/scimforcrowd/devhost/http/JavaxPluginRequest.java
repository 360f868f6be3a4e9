package org.scimforcrowd.devhost.http;

import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import javax.servlet.http.HttpSession;
import org.scimforcrowd.devhost.osgi.ServletModules;

/** A request as a plugin's servlet sees it. */
final class JavaxPluginRequest extends HttpServletRequestWrapper {
  private final ServletModules.Match match;
  private final Optional<String> user;
  private final ClassLoader host;

  /**
   * @param host the thread context class loader that session calls run with
   */
  JavaxPluginRequest(
      HttpServletRequest request,
      ServletModules.Match match,
      Optional<String> user,
      ClassLoader host) {
    super(request);
    this.match = match;
    this.user = user;
    this.host = host;
  }

  @Override
  public String getServletPath() {
    return super.getServletPath() + match.base();
  }

  @Override
  public String getPathInfo() {
    return match.pathInfo();
  }

  @Override
  public String getRemoteUser() {
    return user.orElse(null);
  }

  @Override
  public Principal getUserPrincipal() {
    return user.<Principal>map(name -> () -> name).orElse(null);
  }

  @Override
  public HttpSession getSession() {
    return getSession(true);
  }

  @Override
  public HttpSession getSession(boolean create) {
    HttpSession session = super.getSession(create);
    if (session == null) {
      return null;
    }
    return (HttpSession)
        Proxy.newProxyInstance(
            HttpSession.class.getClassLoader(),
            new Class<?>[] {HttpSession.class},
            new HostSession(session, host));
  }
}
