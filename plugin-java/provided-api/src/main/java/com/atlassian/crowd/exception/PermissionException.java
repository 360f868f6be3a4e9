package com.atlassian.crowd.exception;

/** Root of the permission exceptions; not a {@link CrowdException}. */
public abstract class PermissionException extends Exception {
  public PermissionException() {}

  public PermissionException(String message) {
    super(message);
  }

  public PermissionException(String message, Throwable cause) {
    super(message, cause);
  }

  public PermissionException(Throwable cause) {
    super(cause);
  }
}
