package com.atlassian.crowd.embedded.api;

import java.util.Set;

/** Named sets of values. */
public interface Attributes {
  /** The values of that name, or null. */
  Set<String> getValues(String key);

  /** One value of that name, or null. */
  String getValue(String key);

  Set<String> getKeys();

  boolean isEmpty();
}
