package com.atlassian.sal.api.xsrf;

import javax.servlet.http.HttpServletRequest;

/** Header or token, whichever is there. */
public interface XsrfRequestValidator {
  boolean validateRequestPassesXsrfChecks(HttpServletRequest request);
}
