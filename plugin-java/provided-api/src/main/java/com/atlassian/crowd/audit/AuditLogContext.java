package com.atlassian.crowd.audit;

/** Names the author or the source of what the callback writes. */
public interface AuditLogContext {
  <T> T withAuditLogAuthor(AuditLogAuthor author, AuditLogContextCallback<T> callback)
      throws Exception;

  <T> T withAuditLogSource(AuditLogEventSource source, AuditLogContextCallback<T> callback)
      throws Exception;
}
