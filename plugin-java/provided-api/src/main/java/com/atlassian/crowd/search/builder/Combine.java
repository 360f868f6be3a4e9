package com.atlassian.crowd.search.builder;

import com.atlassian.crowd.embedded.api.SearchRestriction;
import com.atlassian.crowd.search.query.entity.restriction.BooleanRestriction;
import com.atlassian.crowd.search.query.entity.restriction.BooleanRestriction.BooleanLogic;
import com.atlassian.crowd.search.query.entity.restriction.BooleanRestrictionImpl;
import com.atlassian.crowd.search.query.entity.restriction.NullRestriction;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Joins restrictions. There is no "not". */
public class Combine {
  public static BooleanRestriction anyOf(SearchRestriction... restrictions) {
    return new BooleanRestrictionImpl(BooleanLogic.OR, restrictions);
  }

  public static BooleanRestriction allOf(SearchRestriction... restrictions) {
    return new BooleanRestrictionImpl(BooleanLogic.AND, restrictions);
  }

  public static BooleanRestriction anyOf(Collection<? extends SearchRestriction> restrictions) {
    return new BooleanRestrictionImpl(BooleanLogic.OR, restrictions);
  }

  public static BooleanRestriction allOf(Collection<? extends SearchRestriction> restrictions) {
    return new BooleanRestrictionImpl(BooleanLogic.AND, restrictions);
  }

  public static SearchRestriction optionalAllOf(SearchRestriction... optionalRestrictions) {
    List<SearchRestriction> real =
        Arrays.stream(optionalRestrictions)
            .filter(restriction -> !(restriction instanceof NullRestriction))
            .toList();
    return real.isEmpty() ? NullRestriction.INSTANCE : allOfIfNeeded(real);
  }

  /** The restriction itself if it is the only one. */
  public static SearchRestriction allOfIfNeeded(
      Collection<? extends SearchRestriction> restrictions) {
    return restrictions.size() == 1 ? restrictions.iterator().next() : allOf(restrictions);
  }

  /** The restriction itself if it is the only one. */
  public static SearchRestriction anyOfIfNeeded(
      Collection<? extends SearchRestriction> restrictions) {
    return restrictions.size() == 1 ? restrictions.iterator().next() : anyOf(restrictions);
  }
}
