package com.atlassian.crowd.exception;

/** No such group. */
public class GroupNotFoundException extends ObjectNotFoundException {
  private final String groupName;

  public GroupNotFoundException(String groupName) {
    super("Group <" + groupName + "> does not exist");
    this.groupName = groupName;
  }

  public GroupNotFoundException(String groupName, Throwable e) {
    super("Group <" + groupName + "> does not exist", e);
    this.groupName = groupName;
  }

  public String getGroupName() {
    return groupName;
  }
}
