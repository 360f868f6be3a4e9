package org.scimforcrowd.http;

import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.scimforcrowd.crowd.HostServices;

/** Administrators by Crowd's own UserManager, login page and password check. */
public final class CrowdAdministrators implements Administrators {
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
    crowd
        .webSudo()
        .ifPresent(
            sudo ->
                call(
                    sudo,
                    "enforceWebSudoProtection",
                    request.nativeRequest(),
                    request.nativeResponse()));
    return Optional.of(HttpAnswer.SENT);
  }

  @Override
  public boolean needsPassword(HttpRequest request) {
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
