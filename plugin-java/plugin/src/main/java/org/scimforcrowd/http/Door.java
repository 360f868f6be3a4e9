package org.scimforcrowd.http;

/** What stands behind a servlet, without servlet types. */
@FunctionalInterface
public interface Door {
  /** Never throws; whatever goes wrong is an answer. */
  HttpAnswer answer(HttpRequest request);
}
