package org.scimforcrowd.devhost.http;

import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.page.PageCapability;
import com.atlassian.sal.api.user.UserRole;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.function.Supplier;

/** Where Crowd's login page is. */
final class SalLogin implements LoginUriProvider {
  private final Supplier<String> baseUrl;

  SalLogin(Supplier<String> baseUrl) {
    this.baseUrl = baseUrl;
  }

  @Override
  public URI getLoginUri(URI returnUri) {
    String destination = URLEncoder.encode(returnUri.toString(), StandardCharsets.UTF_8);
    return URI.create(
        baseUrl.get() + "/console/login.action?os_destination=" + destination);
  }

  @Override
  public URI getLoginUri(URI returnUri, EnumSet<PageCapability> capabilities) {
    return getLoginUri(returnUri);
  }

  @Override
  public URI getLoginUriForRole(URI returnUri, UserRole role) {
    return getLoginUri(returnUri);
  }

  @Override
  public URI getLoginUriForRole(
      URI returnUri, UserRole role, EnumSet<PageCapability> capabilities) {
    return getLoginUri(returnUri);
  }
}
