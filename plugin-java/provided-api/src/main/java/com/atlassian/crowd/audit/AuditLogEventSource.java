package com.atlassian.crowd.audit;

/** Where a change came from. */
public enum AuditLogEventSource {
  MANUAL,
  SYNCHRONIZATION,
  DATA_IMPORT
}
