package com.atlassian.crowd.exception;

/** Nothing of that name or id. */
public class ObjectNotFoundException extends CrowdException {
  public ObjectNotFoundException() {}

  public ObjectNotFoundException(String message) {
    super(message);
  }

  public ObjectNotFoundException(String message, Throwable cause) {
    super(message, cause);
  }

  public ObjectNotFoundException(Class<?> entityClass, Object identifier) {
    super(
        "Failed to find entity of type ["
            + entityClass.getCanonicalName()
            + "] with identifier ["
            + identifier
            + "]");
  }

  public ObjectNotFoundException(Throwable cause) {
    super(cause);
  }
}
