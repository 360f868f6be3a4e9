package com.atlassian.crowd.manager.audit;

import com.atlassian.crowd.audit.AuditLogChangeset;

/** Crowd's audit log. */
public interface AuditService {
  void saveAudit(AuditLogChangeset changeset);

  @Deprecated
  boolean isEnabled();

  boolean shouldAuditEvent();
}
