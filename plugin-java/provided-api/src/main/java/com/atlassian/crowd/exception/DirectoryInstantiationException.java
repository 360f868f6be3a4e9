package com.atlassian.crowd.exception;

/** The directory could not be made from its settings. */
public class DirectoryInstantiationException extends OperationFailedException {
  public DirectoryInstantiationException() {}

  public DirectoryInstantiationException(String message) {
    super(message);
  }

  public DirectoryInstantiationException(String message, Throwable cause) {
    super(message, cause);
  }

  public DirectoryInstantiationException(Throwable cause) {
    super(cause);
  }
}
