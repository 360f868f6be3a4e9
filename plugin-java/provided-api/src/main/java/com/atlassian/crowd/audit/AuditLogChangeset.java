package com.atlassian.crowd.audit;

import java.time.Instant;
import java.util.Collection;

/** One event in the audit log. */
public interface AuditLogChangeset {
  Long getId();

  Instant getTimestampInstant();

  AuditLogAuthor getAuthor();

  @Deprecated
  AuditLogAuthorType getAuthorType();

  @Deprecated
  Long getAuthorId();

  @Deprecated
  String getAuthorName();

  AuditLogEventType getEventType();

  String getIpAddress();

  /** At most 255 characters. */
  String getEventMessage();

  AuditLogEventSource getSource();

  Collection<? extends AuditLogEntry> getEntries();

  Collection<? extends AuditLogEntity> getEntities();
}
