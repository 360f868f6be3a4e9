package org.scimforcrowd.http;

import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.scimforcrowd.crowd.HostServices;

/** Who is logged in at Crowd, and whether that is a system administrator. */
public final class Administrators {
  private final HostServices crowd;

  public Administrators(HostServices crowd) {
    this.crowd = crowd;
  }

  /** The user name of who is logged in. */
  Optional<String> loggedIn(HttpRequest request) {
    UserManager users = crowd.users();
    UserKey key = users.getRemoteUserKey();
    return Optional.ofNullable(key == null ? keyOf(users, request) : key)
        .map(UserKey::getStringValue);
  }

  boolean isSystemAdministrator(String userName) {
    return crowd.users().isSystemAdmin(new UserKey(userName));
  }

  URI loginUri(URI page) {
    return crowd.logins().getLoginUri(page);
  }

  /** Empty if the administrator need not type his password again, else what the host has answered. */
  Optional<HttpAnswer> askForPassword(HttpRequest request) {
    Optional<Object> webSudo = crowd.webSudo();
    if (webSudo.isEmpty()
        || Boolean.TRUE.equals(call(webSudo.get(), "canExecuteRequest", request.nativeRequest()))) {
      return Optional.empty();
    }
    call(
        webSudo.get(),
        "enforceWebSudoProtection",
        request.nativeRequest(),
        request.nativeResponse());
    return Optional.of(HttpAnswer.SENT);
  }

  /** True where a password must be typed again before a change. */
  boolean needsPassword(HttpRequest request) {
    return crowd
        .webSudo()
        .map(sudo -> !Boolean.TRUE.equals(call(sudo, "canExecuteRequest", request.nativeRequest())))
        .orElse(false);
  }

  private static UserKey keyOf(UserManager users, HttpRequest request) {
    return (UserKey) call(users, "getRemoteUserKey", request.nativeRequest());
  }

  /** By reflection: the types of these parameters are javax on Crowd 6 and jakarta on Crowd 7. */
  private static Object call(Object service, String name, Object... arguments) {
    try {
      Predicate<Method> fits =
          method -> method.getName().equals(name) && takes(method.getParameterTypes(), arguments);
      Optional<Method> method =
          Arrays.stream(service.getClass().getMethods()).filter(fits).findFirst();
      if (method.isEmpty()) {
        return null;
      }
      method.get().setAccessible(true);
      return method.get().invoke(service, arguments);
    } catch (ReflectiveOperationException | RuntimeException | LinkageError failure) {
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
