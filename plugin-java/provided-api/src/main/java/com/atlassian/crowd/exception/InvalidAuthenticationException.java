package com.atlassian.crowd.exception;

/** Wrong name or password. */
public class InvalidAuthenticationException extends CrowdException {
  public InvalidAuthenticationException(String message) {
    super(message);
  }

  public InvalidAuthenticationException(String message, Throwable cause) {
    super(message, cause);
  }

  public InvalidAuthenticationException(Throwable cause) {
    super(cause);
  }

  public static InvalidAuthenticationException newInstanceWithName(String name) {
    return new InvalidAuthenticationException(
        "Account with name <" + name + "> failed to authenticate");
  }
}
