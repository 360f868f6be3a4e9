package com.atlassian.crowd.model.group;

import com.atlassian.crowd.model.DirectoryEntity;

/** A group of a directory. */
public interface Group extends DirectoryEntity, Comparable<Group> {
  GroupType getType();

  boolean isActive();

  String getDescription();

  /** Null unless somebody wrote one: Crowd makes none for groups. */
  String getExternalId();
}
