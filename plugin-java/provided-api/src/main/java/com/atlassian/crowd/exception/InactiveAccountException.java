package com.atlassian.crowd.exception;

/** The account is switched off. */
public class InactiveAccountException extends FailedAuthenticationException {
  private final String name;

  public InactiveAccountException(String name) {
    super("Account with name <" + name + "> is inactive");
    this.name = name;
  }

  public InactiveAccountException(String name, Throwable e) {
    super("Account with name <" + name + "> is inactive", e);
    this.name = name;
  }

  public String getName() {
    return name;
  }
}
