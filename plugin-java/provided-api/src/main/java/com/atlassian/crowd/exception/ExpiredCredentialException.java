package com.atlassian.crowd.exception;

/** The password has expired. */
public class ExpiredCredentialException extends FailedAuthenticationException {
  public ExpiredCredentialException() {}

  public ExpiredCredentialException(String message) {
    super(message);
  }

  public ExpiredCredentialException(String message, Throwable cause) {
    super(message, cause);
  }

  public ExpiredCredentialException(Throwable cause) {
    super(cause);
  }
}
