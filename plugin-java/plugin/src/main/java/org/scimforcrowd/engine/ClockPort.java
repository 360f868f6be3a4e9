package org.scimforcrowd.engine;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.time.Clock;

/** The engine's clock. */
public final class ClockPort implements Port {
  private final Clock clock;

  public ClockPort(Clock clock) {
    this.clock = clock;
  }

  @Override
  public JsonElement call(String method, Arguments arguments) {
    if (!method.equals("now")) {
      throw Port.unknownMethod(method);
    }
    return new JsonPrimitive(clock.millis());
  }
}
