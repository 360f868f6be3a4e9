package com.atlassian.crowd.exception;

/** An application of that name exists. */
public class ApplicationAlreadyExistsException extends ObjectAlreadyExistsException {
  public ApplicationAlreadyExistsException(String message) {
    super(message);
  }
}
