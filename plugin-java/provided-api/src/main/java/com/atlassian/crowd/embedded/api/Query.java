package com.atlassian.crowd.embedded.api;

/** A page of a search. */
public interface Query<T> {
  int getStartIndex();

  int getMaxResults();

  Class<T> getReturnType();

  SearchRestriction getSearchRestriction();
}
