package org.scimforcrowd.http;

import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.scimforcrowd.crowd.HostServices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Administrators by Crowd's own UserManager, login page and password check. */
public final class CrowdAdministrators implements Administrators {
  private static final Logger log = LoggerFactory.getLogger(CrowdAdministrators.class);
  private static final String WEB_SUDO = "com.atlassian.sal.api.websudo.WebSudoManager";

  private final HostServices crowd;

  public CrowdAdministrators(HostServices crowd) {
    this.crowd = crowd;
  }

  @Override
  public Optional<String> loggedIn(HttpRequest request) {
    UserManager users = crowd.users();
    UserKey key = users.getRemoteUserKey();
    return Optional.ofNullable(key == null ? keyOf(users, request) : key)
        .map(UserKey::getStringValue);
  }

  @Override
  public boolean isSystemAdministrator(String userName) {
    return crowd.users().isSystemAdmin(new UserKey(userName));
  }

  @Override
  public URI loginUri(URI page) {
    return crowd.logins().getLoginUri(page);
  }

  @Override
  public Optional<HttpAnswer> askForPassword(HttpRequest request) {
    if (!needsPassword(request)) {
      return Optional.empty();
    }
    askWebSudo("enforceWebSudoProtection", request.nativeRequest(), request.nativeResponse());
    return Optional.of(HttpAnswer.SENT);
  }

  /** A host whose answer cannot be had counts as one that does not ask. */
  @Override
  public boolean needsPassword(HttpRequest request) {
    return Boolean.FALSE.equals(askWebSudo("canExecuteRequest", request.nativeRequest()));
  }

  private Object askWebSudo(String method, Object... arguments) {
    return crowd.find(WEB_SUDO).map(sudo -> call(WEB_SUDO, sudo, method, arguments)).orElse(null);
  }

  private static UserKey keyOf(UserManager users, HttpRequest request) {
    return (UserKey)
        call(UserManager.class.getName(), users, "getRemoteUserKey", request.nativeRequest());
  }

  /**
   * By reflection: the types of these parameters are javax on Crowd 6 and jakarta on Crowd 7.
   *
   * @param type name of the service's interface
   */
  private static Object call(String type, Object service, String name, Object... arguments) {
    try {
      Class<?> api = Class.forName(type, false, CrowdAdministrators.class.getClassLoader());
      Predicate<Method> fits =
          method -> method.getName().equals(name) && takes(method.getParameterTypes(), arguments);
      Optional<Method> method = Arrays.stream(api.getMethods()).filter(fits).findFirst();
      return method.isEmpty() ? null : method.get().invoke(service, arguments);
    } catch (ReflectiveOperationException | RuntimeException | LinkageError failure) {
      log.warn("{}.{} cannot be called: {}", type, name, failure.toString());
      return null;
    }
  }

  private static boolean takes(Class<?>[] types, Object[] arguments) {
    boolean fits = types.length == arguments.length;
    for (int i = 0; fits && i < types.length; i++) {
      fits = types[i].isInstance(arguments[i]);
    }
    return fits;
  }
}
