package com.atlassian.crowd.search.query.entity.restriction;

import com.atlassian.crowd.embedded.api.SearchRestriction;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Restrictions of which all, or any, shall hold, as a value; at least one. */
public class BooleanRestrictionImpl implements BooleanRestriction {
  private final BooleanLogic booleanLogic;
  private final List<SearchRestriction> restrictions;

  public BooleanRestrictionImpl(BooleanLogic booleanLogic, SearchRestriction... restrictions) {
    this(booleanLogic, Arrays.asList(restrictions));
  }

  public BooleanRestrictionImpl(
      BooleanLogic booleanLogic, Collection<? extends SearchRestriction> restrictions) {
    if (restrictions.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot construct boolean restriction without restrictions");
    }
    this.booleanLogic = booleanLogic;
    this.restrictions = List.copyOf(restrictions);
  }

  @Override
  public final Collection<SearchRestriction> getRestrictions() {
    return restrictions;
  }

  @Override
  public final BooleanLogic getBooleanLogic() {
    return booleanLogic;
  }
}
