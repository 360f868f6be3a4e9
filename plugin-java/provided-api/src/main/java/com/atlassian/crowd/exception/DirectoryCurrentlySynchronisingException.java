package com.atlassian.crowd.exception;

/** The directory is being synchronised. */
public class DirectoryCurrentlySynchronisingException extends CrowdException {
  private final long directoryId;

  public DirectoryCurrentlySynchronisingException(long directoryId) {
    super("Directory " + directoryId + " is currently synchronising");
    this.directoryId = directoryId;
  }

  public DirectoryCurrentlySynchronisingException(long directoryId, Throwable cause) {
    super("Directory " + directoryId + " is currently synchronising", cause);
    this.directoryId = directoryId;
  }

  public long getDirectoryId() {
    return directoryId;
  }
}
