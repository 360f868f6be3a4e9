package com.atlassian.sal.api.xsrf;

import javax.servlet.http.HttpServletRequest;

/** Compares a form's token with the session's. */
public interface XsrfTokenValidator {
  boolean validateFormEncodedToken(HttpServletRequest request);

  String getXsrfParameterName();
}
