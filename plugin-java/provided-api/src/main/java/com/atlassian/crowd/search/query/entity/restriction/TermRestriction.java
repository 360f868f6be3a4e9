package com.atlassian.crowd.search.query.entity.restriction;

/** What one property shall be, as a value. */
public class TermRestriction<T> implements PropertyRestriction<T> {
  private final Property<T> property;
  private final MatchMode matchMode;
  private final T value;

  public TermRestriction(Property<T> property, MatchMode matchMode, T value) {
    this.property = property;
    this.matchMode = matchMode;
    this.value = value;
  }

  public TermRestriction(Property<T> property, T value) {
    this(property, MatchMode.EXACTLY_MATCHES, value);
  }

  @Override
  public final T getValue() {
    return value;
  }

  @Override
  public final Property<T> getProperty() {
    return property;
  }

  @Override
  public final MatchMode getMatchMode() {
    return matchMode;
  }
}
