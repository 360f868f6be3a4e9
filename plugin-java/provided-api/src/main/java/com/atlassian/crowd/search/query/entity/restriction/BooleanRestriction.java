package com.atlassian.crowd.search.query.entity.restriction;

import com.atlassian.crowd.embedded.api.SearchRestriction;
import java.util.Collection;

/** Restrictions of which all, or any, shall hold. */
public interface BooleanRestriction extends SearchRestriction {
  Collection<SearchRestriction> getRestrictions();

  BooleanLogic getBooleanLogic();

  /** All, or any. */
  enum BooleanLogic {
    AND,
    OR
  }
}
