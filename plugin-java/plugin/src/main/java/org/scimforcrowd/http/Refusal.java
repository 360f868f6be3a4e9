package org.scimforcrowd.http;

/** How the shell itself refuses or fails, in the form that the clients of a door expect. */
@FunctionalInterface
interface Refusal {
  HttpAnswer answer(int status, String detail, String correlationId);
}
