package com.atlassian.sal.api.user;

import java.io.Serializable;

/** Which user; in Crowd the user name. */
public final class UserKey implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String userkey;

  public UserKey(String userkey) {
    if (userkey == null) {
      throw new IllegalArgumentException("userkey must not be null");
    }
    this.userkey = userkey;
  }

  public String getStringValue() {
    return userkey;
  }

  public static UserKey fromLong(long userId) {
    return new UserKey(String.valueOf(userId));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UserKey that && userkey.equals(that.userkey);
  }

  @Override
  public int hashCode() {
    return userkey.hashCode();
  }

  @Override
  public String toString() {
    return userkey;
  }
}
