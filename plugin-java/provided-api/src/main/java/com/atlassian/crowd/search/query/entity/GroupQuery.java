package com.atlassian.crowd.search.query.entity;

import com.atlassian.crowd.embedded.api.SearchRestriction;
import com.atlassian.crowd.model.group.GroupType;
import com.atlassian.crowd.search.EntityDescriptor;

/** A search for groups of one type (null: of any). */
public class GroupQuery<T> extends EntityQuery<T> {
  public GroupQuery(
      Class<T> returnType,
      GroupType groupType,
      SearchRestriction searchRestriction,
      int startIndex,
      int maxResults) {
    super(returnType, EntityDescriptor.group(groupType), searchRestriction, startIndex, maxResults);
  }

  public GroupType getGroupType() {
    return getEntityDescriptor().getGroupType();
  }
}
