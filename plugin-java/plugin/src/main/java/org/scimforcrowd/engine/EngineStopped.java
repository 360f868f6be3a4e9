package org.scimforcrowd.engine;

/**
 * The script was ended from outside before it had an answer: it computed for too long, or the app
 * is stopped. What it had begun is open; the client's next try goes on with it.
 */
public final class EngineStopped extends RuntimeException {
  public EngineStopped(String message) {
    super(message);
  }
}
