package com.atlassian.crowd.exception;

/** The directory is not mapped to the application. */
public class DirectoryMappingNotFoundException extends ObjectNotFoundException {
  private final long applicationId;
  private final long directoryId;

  public DirectoryMappingNotFoundException(long applicationId, long directoryId) {
    super("No mapping of directory " + directoryId + " to application " + applicationId);
    this.applicationId = applicationId;
    this.directoryId = directoryId;
  }

  public long getApplicationId() {
    return applicationId;
  }

  public long getDirectoryId() {
    return directoryId;
  }
}
