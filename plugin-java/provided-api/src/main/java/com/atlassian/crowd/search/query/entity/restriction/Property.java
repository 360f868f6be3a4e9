package com.atlassian.crowd.search.query.entity.restriction;

/** Something that can be searched by. */
public interface Property<V> {
  String getPropertyName();

  Class<V> getPropertyType();
}
