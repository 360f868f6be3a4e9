package com.atlassian.crowd.search.query.entity;

import com.atlassian.crowd.embedded.api.SearchRestriction;
import com.atlassian.crowd.search.EntityDescriptor;

/** A search for applications. */
public class ApplicationQuery<T> extends EntityQuery<T> {
  public ApplicationQuery(
      Class<T> returnType, SearchRestriction searchRestriction, int startIndex, int maxResults) {
    super(returnType, EntityDescriptor.application(), searchRestriction, startIndex, maxResults);
  }
}
