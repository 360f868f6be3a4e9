package com.atlassian.sal.api.user;

/** What a page asks of the one who logs in. */
public enum UserRole {
  USER,
  ADMIN,
  SYSADMIN
}
