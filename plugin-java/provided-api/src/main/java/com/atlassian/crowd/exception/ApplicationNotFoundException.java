package com.atlassian.crowd.exception;

/** No such application. */
public class ApplicationNotFoundException extends ObjectNotFoundException {
  private final String applicationName;
  private final Long id;

  public ApplicationNotFoundException(String applicationName) {
    super("Application <" + applicationName + "> does not exist");
    this.applicationName = applicationName;
    this.id = null;
  }

  public ApplicationNotFoundException(String applicationName, Throwable e) {
    super("Application <" + applicationName + "> does not exist", e);
    this.applicationName = applicationName;
    this.id = null;
  }

  public ApplicationNotFoundException(Long id) {
    super("Application <" + id + "> does not exist");
    this.applicationName = null;
    this.id = id;
  }

  public ApplicationNotFoundException(Long id, Throwable e) {
    super("Application <" + id + "> does not exist", e);
    this.applicationName = null;
    this.id = id;
  }

  public String getApplicationName() {
    return applicationName;
  }

  public Long getId() {
    return id;
  }
}
