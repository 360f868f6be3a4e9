package com.atlassian.crowd.audit;

/** Who did it. */
public interface AuditLogAuthor {
  Long getId();

  String getName();

  AuditLogAuthorType getType();
}
