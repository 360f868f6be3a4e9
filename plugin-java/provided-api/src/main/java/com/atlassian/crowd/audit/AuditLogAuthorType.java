package com.atlassian.crowd.audit;

/** Kinds of authors. */
public enum AuditLogAuthorType {
  USER,
  APPLICATION,
  SYSTEM,
  PLUGIN,
  SYNCHRONIZATION,
  DATA_IMPORT,
  OTHER
}
