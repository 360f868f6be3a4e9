package com.atlassian.crowd.exception;

/** The directory could not be asked: trouble behind Crowd. */
public class OperationFailedException extends CrowdException {
  public OperationFailedException() {}

  public OperationFailedException(String message) {
    super(message);
  }

  public OperationFailedException(String message, Throwable cause) {
    super(message, cause);
  }

  public OperationFailedException(Throwable cause) {
    super(cause);
  }
}
