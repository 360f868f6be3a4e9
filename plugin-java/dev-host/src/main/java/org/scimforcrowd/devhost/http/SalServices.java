package org.scimforcrowd.devhost.http;

import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.websudo.WebSudoManager;
import com.atlassian.sal.api.xsrf.XsrfRequestValidator;
import com.atlassian.sal.api.xsrf.XsrfTokenAccessor;
import com.atlassian.sal.api.xsrf.XsrfTokenValidator;
import java.util.List;
import java.util.function.Supplier;
import org.scimforcrowd.devhost.Crowd;

/** The services of SAL that have to do with requests, for either servlet API. */
public final class SalServices {
  private SalServices() {}

  /**
   * @param websudo whether administration asks for the password once more
   */
  public static List<Crowd.Service> of(
      Crowd crowd,
      RemoteUser remoteUser,
      ServletRequests requests,
      Supplier<String> baseUrl,
      boolean websudo) {
    SalXsrf xsrf = new SalXsrf(requests);
    return List.of(
        service("salUserManager", UserManager.class, new SalUsers(crowd, remoteUser, requests)),
        service("salXsrfTokenAccessor", XsrfTokenAccessor.class, xsrf),
        service("salXsrfTokenValidator", XsrfTokenValidator.class, xsrf),
        service("salXsrfRequestValidator", XsrfRequestValidator.class, xsrf),
        service("salWebSudoManager", WebSudoManager.class, new SalWebSudo(websudo, requests)),
        new Crowd.Service("salLoginUriProvider", LoginUriProvider.class, new SalLogin(baseUrl)));
  }

  private static <T> Crowd.Service service(String beanName, Class<T> type, Object target) {
    return new Crowd.Service(beanName, type, ByNameProxy.of(type, target));
  }
}
