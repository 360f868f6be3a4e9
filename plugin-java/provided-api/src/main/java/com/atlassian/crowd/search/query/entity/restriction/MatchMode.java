package com.atlassian.crowd.search.query.entity.restriction;

/** How a property is compared. There is no "not equal". */
public enum MatchMode {
  EXACTLY_MATCHES(true),
  STARTS_WITH(false),
  ENDS_WITH(false),
  CONTAINS(false),
  LESS_THAN(false),
  LESS_THAN_OR_EQUAL(false),
  GREATER_THAN(false),
  GREATER_THAN_OR_EQUAL(false),
  NULL(true);

  private final boolean exact;

  MatchMode(boolean exact) {
    this.exact = exact;
  }

  public boolean isExact() {
    return exact;
  }
}
