package org.scimforcrowd.devhost.console;

/** A page that cannot be shown or a form that cannot be carried out; the message is for the reader. */
final class PageException extends Exception {
  private final int status;

  PageException(int status, String message) {
    super(message);
    this.status = status;
  }

  int status() {
    return status;
  }
}
