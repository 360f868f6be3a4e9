package org.scimforcrowd.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Clock;
import java.util.Optional;
import org.scimforcrowd.activity.ActivityPort;
import org.scimforcrowd.settings.Senders;
import org.scimforcrowd.settings.Senders.Sender;

/**
 * Every request below /plugins/servlet/scim goes to the engine, which authenticates it itself
 * (ADR 0007); but no more of a connection than its limit, and few of those without a valid token.
 */
public final class ScimDoor implements Door {
  private static final String SCIM_JSON = "application/scim+json;charset=UTF-8";
  private static final String ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";
  private static final String STRANGERS = "";

  private final Exchanges exchanges;
  private final Senders senders;
  private final ActivityPort activity;
  private final Traffic traffic;

  public ScimDoor(Exchanges exchanges, Senders senders, ActivityPort activity, Clock clock) {
    this.exchanges = exchanges;
    this.senders = senders;
    this.activity = activity;
    this.traffic = new Traffic(clock);
  }

  @Override
  public HttpAnswer answer(HttpRequest request) {
    Optional<Sender> sender = senders.find(request.path(), request.headers());
    HttpAnswer answer =
        sender.isPresent() ? ofConnection(sender.get(), request) : ofStranger(request);
    return answer.with("X-Content-Type-Options", "nosniff");
  }

  private HttpAnswer ofConnection(Sender sender, HttpRequest request) {
    Optional<String> whyNot = traffic.enter(sender);
    if (whyNot.isPresent()) {
      return exchanges
          .refuse(sender.connection(), request, 429, whyNot.get(), ScimDoor::refuse)
          .with("Retry-After", "1");
    }
    try {
      return exchanges.handle("scim", sender.connection(), request, null, ScimDoor::refuse);
    } finally {
      traffic.leave(sender);
    }
  }

  /** The first of a minute are told what is wrong; the others cost neither engine nor a line. */
  private HttpAnswer ofStranger(HttpRequest request) {
    return activity.takes(STRANGERS, 429)
        ? exchanges.handle("scim", STRANGERS, request, null, ScimDoor::refuse)
        : exchanges
            .refuseUnseen(429, "Too many requests without a valid bearer token", ScimDoor::refuse)
            .with("Retry-After", "60");
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
