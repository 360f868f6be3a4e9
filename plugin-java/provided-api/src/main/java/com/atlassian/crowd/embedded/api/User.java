package com.atlassian.crowd.embedded.api;

import java.security.Principal;

/**
 * A user as embedding applications see it; managers use {@code
 * com.atlassian.crowd.model.user.User}.
 */
public interface User extends Comparable<User>, Principal {
  long getDirectoryId();

  boolean isActive();

  String getEmailAddress();

  String getDisplayName();

  @Override
  int compareTo(User user);

  default boolean isMarkedAsDeleted() {
    return false;
  }
}
