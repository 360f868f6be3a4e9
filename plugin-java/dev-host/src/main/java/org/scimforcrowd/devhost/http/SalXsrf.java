package org.scimforcrowd.devhost.http;

import java.util.Optional;

/** The methods of SAL's XsrfTokenAccessor, XsrfTokenValidator and XsrfRequestValidator. */
final class SalXsrf {
  static final String PARAMETER = "atl_token";
  private static final String HEADER = "X-Atlassian-Token";

  private final ServletRequests requests;

  SalXsrf(ServletRequests requests) {
    this.requests = requests;
  }

  public String getXsrfToken(Object request, Object response, boolean create) {
    return requests.xsrfToken(request, create).orElse(null);
  }

  public boolean validateFormEncodedToken(Object request) {
    Optional<String> expected = requests.xsrfToken(request, false);
    Optional<String> given = requests.parameter(request, PARAMETER);
    return expected.isPresent() && given.isPresent() && Tokens.same(expected.get(), given.get());
  }

  public String getXsrfParameterName() {
    return PARAMETER;
  }

  /** A form needs the token; a script proves itself by a header that a foreign page cannot send. */
  public boolean validateRequestPassesXsrfChecks(Object request) {
    return requests.header(request, HEADER).filter("no-check"::equalsIgnoreCase).isPresent()
        || validateFormEncodedToken(request);
  }
}
