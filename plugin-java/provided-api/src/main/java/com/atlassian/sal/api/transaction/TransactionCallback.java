package com.atlassian.sal.api.transaction;

/** Work for a transaction. */
public interface TransactionCallback<T> {
  T doInTransaction();
}
