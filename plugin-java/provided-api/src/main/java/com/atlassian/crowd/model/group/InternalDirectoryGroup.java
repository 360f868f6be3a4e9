package com.atlassian.crowd.model.group;

/** A group as internal directories give it. */
public interface InternalDirectoryGroup extends TimestampedGroup {
  boolean isLocal();
}
