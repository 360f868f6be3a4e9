package com.atlassian.crowd.exception;

/** The group can not be changed. */
public class ReadOnlyGroupException extends CrowdException {
  private final String groupName;

  public ReadOnlyGroupException(String groupName) {
    super("Group <" + groupName + "> is read-only and cannot be updated");
    this.groupName = groupName;
  }

  public ReadOnlyGroupException(String groupName, Throwable e) {
    super("Group <" + groupName + "> is read-only and cannot be updated", e);
    this.groupName = groupName;
  }

  public String getGroupName() {
    return groupName;
  }
}
