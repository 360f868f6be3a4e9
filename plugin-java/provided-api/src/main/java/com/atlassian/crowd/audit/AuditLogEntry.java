package com.atlassian.crowd.audit;

/** A property that changed. */
public interface AuditLogEntry {
  String getPropertyName();

  String getOldValue();

  String getNewValue();
}
