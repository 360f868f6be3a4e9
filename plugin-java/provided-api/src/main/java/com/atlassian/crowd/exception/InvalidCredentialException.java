package com.atlassian.crowd.exception;

import com.atlassian.crowd.embedded.api.PasswordConstraint;
import java.util.Collection;
import java.util.List;

/** Crowd refuses the password. */
public class InvalidCredentialException extends CrowdException {
  private final String policyDescription;
  private final transient Collection<PasswordConstraint> violatedConstraints;

  public InvalidCredentialException() {
    this.policyDescription = null;
    this.violatedConstraints = List.of();
  }

  public InvalidCredentialException(String message) {
    super(message);
    this.policyDescription = null;
    this.violatedConstraints = List.of();
  }

  public InvalidCredentialException(
      String genericMessage,
      String policyDescription,
      Collection<PasswordConstraint> violatedConstraints) {
    super(genericMessage);
    this.policyDescription = policyDescription;
    this.violatedConstraints = List.copyOf(violatedConstraints);
  }

  public InvalidCredentialException(String message, Throwable cause) {
    super(message, cause);
    this.policyDescription = null;
    this.violatedConstraints = List.of();
  }

  public InvalidCredentialException(Throwable throwable) {
    super(throwable);
    this.policyDescription = null;
    this.violatedConstraints = List.of();
  }

  public String getPolicyDescription() {
    return policyDescription;
  }

  public Collection<PasswordConstraint> getViolatedConstraints() {
    return violatedConstraints;
  }
}
