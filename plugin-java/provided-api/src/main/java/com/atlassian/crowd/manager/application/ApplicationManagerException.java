package com.atlassian.crowd.manager.application;

/** An application could not be changed. */
public class ApplicationManagerException extends Exception {
  public ApplicationManagerException() {}

  public ApplicationManagerException(String message) {
    super(message);
  }

  public ApplicationManagerException(String message, Throwable cause) {
    super(message, cause);
  }

  public ApplicationManagerException(Throwable cause) {
    super(cause);
  }
}
