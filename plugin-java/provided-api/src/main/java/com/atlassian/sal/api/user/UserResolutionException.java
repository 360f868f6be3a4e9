package com.atlassian.sal.api.user;

/** A user could not be resolved. */
public class UserResolutionException extends Exception {
  private static final long serialVersionUID = 1L;

  public UserResolutionException(String message) {
    super(message);
  }

  public UserResolutionException(String message, Throwable cause) {
    super(message, cause);
  }

  public UserResolutionException(Throwable cause) {
    super(cause);
  }
}
