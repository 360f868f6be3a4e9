package com.atlassian.crowd.exception;

import com.atlassian.crowd.embedded.api.User;

/** Crowd refuses the user. */
public class InvalidUserException extends CrowdException {
  private final transient User user;

  public InvalidUserException(User user, String message) {
    super(message);
    this.user = user;
  }

  public InvalidUserException(User user, Throwable cause) {
    super(cause);
    this.user = user;
  }

  public InvalidUserException(User user, String message, Throwable cause) {
    super(message, cause);
    this.user = user;
  }

  public User getUser() {
    return user;
  }
}
