package com.atlassian.sal.api.xsrf;

import javax.servlet.http.HttpServletRequest;

/** Looks for the header that browsers do not send by themselves. */
public final class XsrfHeaderValidator {
  public static final String TOKEN_HEADER = "X-Atlassian-Token";

  public boolean requestHasValidXsrfHeader(HttpServletRequest request) {
    return isValidHeaderValue(request.getHeader(TOKEN_HEADER));
  }

  public boolean isValidHeaderValue(String headerValue) {
    return "no-check".equalsIgnoreCase(headerValue);
  }
}
