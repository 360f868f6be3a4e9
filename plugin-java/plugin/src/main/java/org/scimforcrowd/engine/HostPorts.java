package org.scimforcrowd.engine;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands each call of the script to the port it names, and turns failures into text. Never throws an
 * exception.
 */
public final class HostPorts implements HostCall {
  private static final Logger log = LoggerFactory.getLogger(HostPorts.class);

  private final Map<String, Port> ports;

  public HostPorts(Map<String, Port> ports) {
    this.ports = Map.copyOf(ports);
  }

  @Override
  public String call(String port, String method, String arguments) {
    try {
      Arguments values = new Arguments(JsonParser.parseString(arguments).getAsJsonArray());
      return value(named(port).call(method, values));
    } catch (PortFailure failure) {
      return failure(failure);
    } catch (RuntimeException | LinkageError unexpected) {
      // the message may hold a user's values: only the kind of exception is safe to log
      log.error("port {}.{} failed: {}", port, method, unexpected.getClass().getName());
      log.debug("port {}.{} failed", port, method, unexpected);
      return failure(
          new PortFailure(PortFailure.Kind.UNAVAILABLE, port + "." + method + " failed"));
    }
  }

  private Port named(String name) {
    Port port = ports.get(name);
    if (port == null) {
      throw new IllegalArgumentException("no port " + name);
    }
    return port;
  }

  private static String value(JsonElement value) {
    JsonObject reply = new JsonObject();
    if (value != null && !value.isJsonNull()) {
      reply.add("value", value);
    }
    return reply.toString();
  }

  private static String failure(PortFailure failure) {
    JsonObject body = new JsonObject();
    body.addProperty("kind", failure.kind().name().toLowerCase(Locale.ROOT));
    body.addProperty("message", failure.getMessage());
    JsonObject reply = new JsonObject();
    reply.add("failure", body);
    return reply.toString();
  }
}
