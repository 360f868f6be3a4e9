package com.atlassian.crowd.exception;

/** A name is taken. */
public class ObjectAlreadyExistsException extends CrowdException {
  public ObjectAlreadyExistsException(String message) {
    super(message);
  }

  public ObjectAlreadyExistsException(String message, Throwable cause) {
    super(message, cause);
  }
}
