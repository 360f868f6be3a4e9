package com.atlassian.crowd.exception;

/** No such directory; not an {@link ObjectNotFoundException}. */
public class DirectoryNotFoundException extends CrowdException {
  private final String directoryName;
  private final Long id;

  public DirectoryNotFoundException(String directoryName) {
    super("Directory <" + directoryName + "> does not exist");
    this.directoryName = directoryName;
    this.id = null;
  }

  public DirectoryNotFoundException(String directoryName, Throwable e) {
    super("Directory <" + directoryName + "> does not exist", e);
    this.directoryName = directoryName;
    this.id = null;
  }

  public DirectoryNotFoundException(Long id) {
    super("Directory <" + id + "> does not exist");
    this.directoryName = null;
    this.id = id;
  }

  public DirectoryNotFoundException(Long id, Throwable e) {
    super("Directory <" + id + "> does not exist", e);
    this.directoryName = null;
    this.id = id;
  }

  public DirectoryNotFoundException(Throwable e) {
    super(e);
    this.directoryName = null;
    this.id = null;
  }

  public String getDirectoryName() {
    return directoryName;
  }

  public Long getId() {
    return id;
  }
}
