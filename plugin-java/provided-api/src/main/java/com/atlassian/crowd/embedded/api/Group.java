package com.atlassian.crowd.embedded.api;

/** A group as embedding applications see it. */
public interface Group extends Comparable<Group> {
  String getName();

  @Override
  int compareTo(Group o);
}
