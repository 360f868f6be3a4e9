package com.atlassian.crowd.model.group;

/** Kinds of groups. */
public enum GroupType {
  GROUP,
  LEGACY_ROLE
}
