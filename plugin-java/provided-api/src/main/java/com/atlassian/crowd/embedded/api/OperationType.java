package com.atlassian.crowd.embedded.api;

import java.util.Locale;

/** What a directory, or an application in a directory, may be allowed to do. */
public enum OperationType {
  CREATE_USER,
  CREATE_GROUP,
  CREATE_ROLE,
  UPDATE_USER,
  UPDATE_GROUP,
  UPDATE_ROLE,
  UPDATE_USER_ATTRIBUTE,
  UPDATE_GROUP_ATTRIBUTE,
  UPDATE_ROLE_ATTRIBUTE,
  DELETE_USER,
  DELETE_GROUP,
  DELETE_ROLE;

  public String getName() {
    return name();
  }

  public OperationType fromName(String name) {
    return valueOf(name.toUpperCase(Locale.ENGLISH));
  }
}
