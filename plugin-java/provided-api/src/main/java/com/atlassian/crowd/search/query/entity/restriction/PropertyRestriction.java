package com.atlassian.crowd.search.query.entity.restriction;

import com.atlassian.crowd.embedded.api.SearchRestriction;

/** What one property shall be. */
public interface PropertyRestriction<T> extends SearchRestriction {
  Property<T> getProperty();

  MatchMode getMatchMode();

  T getValue();
}
