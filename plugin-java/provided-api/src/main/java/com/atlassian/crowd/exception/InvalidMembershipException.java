package com.atlassian.crowd.exception;

/** The membership makes no sense. */
public class InvalidMembershipException extends CrowdException {
  public InvalidMembershipException(String message) {
    super(message);
  }

  public InvalidMembershipException(String message, Throwable cause) {
    super(message, cause);
  }

  public InvalidMembershipException(Throwable cause) {
    super(cause);
  }
}
