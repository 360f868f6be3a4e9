package com.atlassian.crowd.search.query.entity.restriction;

import com.atlassian.crowd.embedded.api.SearchRestriction;

/** No restriction. */
public interface NullRestriction extends SearchRestriction {
  NullRestriction INSTANCE = NullRestrictionImpl.INSTANCE;
}
