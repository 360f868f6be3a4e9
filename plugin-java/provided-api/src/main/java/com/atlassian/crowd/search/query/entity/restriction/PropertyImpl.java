package com.atlassian.crowd.search.query.entity.restriction;

import java.util.Objects;

/** A property by name and type. */
public class PropertyImpl<V> implements Property<V> {
  private final String propertyName;
  private final Class<V> propertyType;

  public PropertyImpl(String propertyName, Class<V> propertyType) {
    this.propertyName = propertyName;
    this.propertyType = propertyType;
  }

  @Override
  public String getPropertyName() {
    return propertyName;
  }

  @Override
  public Class<V> getPropertyType() {
    return propertyType;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Property<?> that
        && propertyName.equals(that.getPropertyName())
        && propertyType.equals(that.getPropertyType());
  }

  @Override
  public int hashCode() {
    return Objects.hash(propertyName, propertyType);
  }

  @Override
  public String toString() {
    return propertyName;
  }
}
