package sample;

import java.io.PrintWriter;
import java.net.URI;

/** Calls of SAL's services, each known by a word. Requests and responses are of either servlet API. */
final class SampleSal {
  private static final String USERS = "com.atlassian.sal.api.user.UserManager";
  private static final String XSRF = "com.atlassian.sal.api.xsrf.";
  private static final String WEBSUDO = "com.atlassian.sal.api.websudo.WebSudoManager";
  private static final String LOGIN = "com.atlassian.sal.api.auth.LoginUriProvider";

  private SampleSal() {}

  static void answer(
      SampleCore core, String word, Object request, Object response, PrintWriter out) {
    try {
      Object result = result(core, word, request, response);
      if (result != null) {
        out.print(result);
      }
    } catch (ReflectiveOperationException e) {
      out.print(e.getCause() == null ? e : e.getCause().getClass().getSimpleName());
    }
  }

  private static Object result(SampleCore core, String word, Object request, Object response)
      throws ReflectiveOperationException {
    return switch (word) {
      case "user-of-thread" -> core.call(USERS, "getRemoteUsername");
      case "user-of-request" -> core.call(USERS, "getRemoteUsername", request);
      case "key-of-request" -> core.call(USERS, "getRemoteUserKey", request);
      case "is-admin" ->
          core.call(USERS, "isSystemAdmin", core.call(USERS, "getRemoteUserKey"));
      case "token" ->
          core.call(XSRF + "XsrfTokenAccessor", "getXsrfToken", request, response, true);
      case "form" -> core.call(XSRF + "XsrfTokenValidator", "validateFormEncodedToken", request);
      case "request" ->
          core.call(XSRF + "XsrfRequestValidator", "validateRequestPassesXsrfChecks", request);
      case "websudo" -> core.call(WEBSUDO, "canExecuteRequest", request);
      case "websudo-will" -> core.call(WEBSUDO, "willExecuteWebSudoRequest", request);
      case "websudo-enforce" ->
          core.call(WEBSUDO, "enforceWebSudoProtection", request, response);
      default -> core.call(LOGIN, "getLoginUri", URI.create("/plugins/servlet/sample?a=b"));
    };
  }
}
