package org.scimforcrowd.devhost.http;

import com.atlassian.sal.api.websudo.WebSudoSessionException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The methods of SAL's WebSudoManager; with the switch off every request may go on. */
final class SalWebSudo {
  private final boolean enabled;
  private final ServletRequests requests;

  SalWebSudo(boolean enabled, ServletRequests requests) {
    this.enabled = enabled;
    this.requests = requests;
  }

  public boolean canExecuteRequest(Object request) {
    return !enabled || requests.isConfirmed(request);
  }

  public void enforceWebSudoProtection(Object request, Object response) {
    String destination = requests.address(request).substring(HttpServer.CONTEXT_PATH.length());
    requests.redirect(
        response,
        HttpServer.CONTEXT_PATH
            + "/console/secure/websudo.action?os_destination="
            + URLEncoder.encode(destination, StandardCharsets.UTF_8));
  }

  public void willExecuteWebSudoRequest(Object request) {
    if (!canExecuteRequest(request)) {
      throw new WebSudoSessionException("The password must be confirmed first");
    }
  }
}
