package org.scimforcrowd.engine;

/** What a port could not do. The message is safe to log: it names the operation and no values. */
public final class PortFailure extends RuntimeException {
  private final Kind kind;

  /** The kinds of directory.ts, and the one of a lock that could not be had in time. */
  public enum Kind {
    MISSING,
    EXISTS,
    INVALID,
    REFUSED,
    PASSWORD,
    GONE,
    UNAVAILABLE,
    TIMEOUT
  }

  public PortFailure(Kind kind, String message) {
    this(kind, message, null);
  }

  public PortFailure(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
