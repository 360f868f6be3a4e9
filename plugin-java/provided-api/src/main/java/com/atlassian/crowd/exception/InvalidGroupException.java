package com.atlassian.crowd.exception;

import com.atlassian.crowd.model.group.Group;

/** Crowd refuses the group: also for a name that is taken. */
public class InvalidGroupException extends CrowdException {
  private final transient Group group;

  public InvalidGroupException(Group group, Throwable cause) {
    super(cause);
    this.group = group;
  }

  public InvalidGroupException(Group group, String message) {
    super(message);
    this.group = group;
  }

  public InvalidGroupException(Group group, String message, Throwable cause) {
    super(message, cause);
    this.group = group;
  }

  public Group getGroup() {
    return group;
  }
}
