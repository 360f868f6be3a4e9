package com.atlassian.crowd.manager.directory;

import com.atlassian.crowd.exception.PermissionException;

/** The directory does not allow the operation; not a CrowdException. */
public class DirectoryPermissionException extends PermissionException {
  public DirectoryPermissionException() {}

  public DirectoryPermissionException(String message) {
    super(message);
  }

  public DirectoryPermissionException(String message, Throwable cause) {
    super(message, cause);
  }

  public DirectoryPermissionException(Throwable cause) {
    super(cause);
  }
}
