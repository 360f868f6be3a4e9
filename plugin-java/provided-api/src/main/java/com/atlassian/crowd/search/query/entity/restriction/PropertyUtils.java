package com.atlassian.crowd.search.query.entity.restriction;

/** Properties for attributes that Crowd itself does not know. */
public class PropertyUtils {
  public static Property<String> ofTypeString(String name) {
    return new PropertyImpl<>(name, String.class);
  }

  @SuppressWarnings("rawtypes")
  public static Property<Enum> ofTypeEnum(String name) {
    return new PropertyImpl<>(name, Enum.class);
  }

  public static Property<Boolean> ofTypeBoolean(String name) {
    return new PropertyImpl<>(name, Boolean.class);
  }
}
