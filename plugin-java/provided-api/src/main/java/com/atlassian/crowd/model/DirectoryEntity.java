package com.atlassian.crowd.model;

/** Something that lives in a directory. */
public interface DirectoryEntity {
  long getDirectoryId();

  String getName();
}
