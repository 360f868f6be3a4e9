package com.atlassian.crowd.search.query.entity.restriction;

/** The one way to restrict nothing. */
public class NullRestrictionImpl implements NullRestriction {
  public static final NullRestriction INSTANCE = new NullRestrictionImpl();

  private NullRestrictionImpl() {}
}
