package com.atlassian.crowd.search;

/** What can be searched for. */
public enum Entity {
  USER,
  GROUP,
  TOKEN,
  DIRECTORY,
  APPLICATION,
  ALIAS
}
