package com.atlassian.crowd.audit;

/** Kinds of things that change. */
public enum AuditLogEntityType {
  APPLICATION,
  DIRECTORY,
  USER,
  GROUP,
  CONFIGURATION,
  RESTORE,
  OTHER
}
