package org.scimforcrowd.http;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.scimforcrowd.settings.Senders.Sender;

/** Holds each connection to the requests a second and at once that its administrator allows. */
final class Traffic {
  private final Clock clock;
  private final Map<String, Meter> meters = new HashMap<>();

  /** A bucket that holds the requests of one second and fills as time goes by. */
  private static final class Meter {
    private double left;
    private long filledAt;
    private int inside;
  }

  Traffic(Clock clock) {
    this.clock = clock;
  }

  /** Empty if the request may come in; then {@link #leave} must follow. Else why not. */
  synchronized Optional<String> enter(Sender sender) {
    Meter meter = meters.computeIfAbsent(sender.connection(), id -> full(sender));
    fill(meter, sender.requestsPerSecond());
    if (sender.requestsAtOnce() > 0 && meter.inside >= sender.requestsAtOnce()) {
      return Optional.of("More than " + sender.requestsAtOnce() + " requests at once");
    }
    if (sender.requestsPerSecond() > 0 && meter.left < 1) {
      return Optional.of("More than " + sender.requestsPerSecond() + " requests a second");
    }
    meter.left -= 1;
    meter.inside++;
    return Optional.empty();
  }

  synchronized void leave(Sender sender) {
    meters.get(sender.connection()).inside--;
  }

  private Meter full(Sender sender) {
    Meter meter = new Meter();
    meter.left = sender.requestsPerSecond();
    meter.filledAt = clock.millis();
    return meter;
  }

  private void fill(Meter meter, int perSecond) {
    long now = clock.millis();
    double more = Math.max(0, now - meter.filledAt) / 1000.0 * perSecond;
    meter.left = Math.min(perSecond, Math.max(0, meter.left) + more);
    meter.filledAt = now;
  }
}
