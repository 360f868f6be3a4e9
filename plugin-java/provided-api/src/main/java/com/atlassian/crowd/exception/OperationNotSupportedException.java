package com.atlassian.crowd.exception;

/** The directory does not know the operation. */
public class OperationNotSupportedException extends OperationFailedException {
  public OperationNotSupportedException() {}

  public OperationNotSupportedException(String message) {
    super(message);
  }

  public OperationNotSupportedException(String message, Throwable cause) {
    super(message, cause);
  }

  public OperationNotSupportedException(Throwable cause) {
    super(cause);
  }
}
