package com.atlassian.crowd.search.query.entity;

import com.atlassian.crowd.embedded.api.SearchRestriction;
import com.atlassian.crowd.search.EntityDescriptor;

/** A search for directories. */
public class DirectoryQuery<T> extends EntityQuery<T> {
  public DirectoryQuery(
      Class<T> returnType, SearchRestriction searchRestriction, int startIndex, int maxResults) {
    super(returnType, EntityDescriptor.directory(), searchRestriction, startIndex, maxResults);
  }
}
