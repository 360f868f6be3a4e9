package com.atlassian.crowd.audit;

/** Something that changed. */
public interface AuditLogEntity {
  AuditLogEntityType getEntityType();

  Long getEntityId();

  String getEntityName();

  boolean isPrimary();
}
