package com.atlassian.crowd.exception;

/** The directory has no nested groups. */
public class NestedGroupsNotSupportedException extends CrowdException {
  public NestedGroupsNotSupportedException(long directoryId) {
    super("Directory with id [" + directoryId + "] does not support nested groups");
  }
}
