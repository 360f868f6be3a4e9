package com.atlassian.crowd.audit;

/** What to do under another author's name. */
public interface AuditLogContextCallback<T> {
  T execute() throws Exception;
}
