package com.atlassian.crowd.embedded.api;

/** Kinds of directories. Only INTERNAL ones take every write. */
public enum DirectoryType {
  UNKNOWN,
  INTERNAL,
  CONNECTOR,
  CUSTOM,
  DELEGATING,
  CROWD,
  AZURE_AD
}
