package org.scimforcrowd.devhost;

/** The stand-in cannot start as it was asked to; the message says why, and is for the user. */
public final class StartRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  public StartRefusedException(String message) {
    super(message);
  }

  public StartRefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}
