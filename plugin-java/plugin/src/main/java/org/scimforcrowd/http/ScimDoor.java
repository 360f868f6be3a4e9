package org.scimforcrowd.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/**
 * Every request below /plugins/servlet/scim goes to the engine, which authenticates it itself
 * (ADR 0007).
 */
public final class ScimDoor implements Door {
  private static final String SCIM_JSON = "application/scim+json;charset=UTF-8";
  private static final String ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";

  private final Exchanges exchanges;

  public ScimDoor(Exchanges exchanges) {
    this.exchanges = exchanges;
  }

  @Override
  public HttpAnswer answer(HttpRequest request) {
    return exchanges.handle("scim", request, request.path(), null, ScimDoor::refuse);
  }

  /** RFC 7644 §3.12. */
  private static HttpAnswer refuse(int status, String detail, String correlationId) {
    JsonArray schemas = new JsonArray();
    schemas.add(ERROR);
    JsonObject body = new JsonObject();
    body.add("schemas", schemas);
    body.addProperty("status", String.valueOf(status));
    if (status == 400) {
      body.addProperty("scimType", "invalidSyntax");
    }
    body.addProperty("detail", detail);
    return HttpAnswer.text(status, SCIM_JSON, body.toString());
  }
}
