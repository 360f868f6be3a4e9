package com.atlassian.crowd.exception;

/** No such user. */
public class UserNotFoundException extends ObjectNotFoundException {
  private final String userName;

  public UserNotFoundException(String userName) {
    super("User <" + userName + "> does not exist");
    this.userName = userName;
  }

  public UserNotFoundException(String userName, Throwable t) {
    super("User <" + userName + "> does not exist", t);
    this.userName = userName;
  }

  public String getUserName() {
    return userName;
  }

  public static void throwNotFoundByExternalId(String externalId) throws UserNotFoundException {
    throw forExternalId(externalId);
  }

  public static UserNotFoundException forExternalId(String externalId) {
    return new UserNotFoundException("externalId=" + externalId);
  }
}
