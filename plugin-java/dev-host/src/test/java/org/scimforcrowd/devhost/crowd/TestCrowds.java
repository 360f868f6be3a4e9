package org.scimforcrowd.devhost.crowd;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * Stand-ins for tests, one for each database, whose clock goes on by a second each time it is read.
 */
final class TestCrowds {
  private TestCrowds() {}

  static CrowdStandIn h2() {
    return OnH2.CROWD;
  }

  static CrowdStandIn postgresql() {
    return OnPostgresql.CROWD;
  }

  static DataSource newH2(String name) {
    return CrowdStandIn.pool(
        "jdbc:h2:mem:" + name + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1");
  }

  static CrowdStandIn on(DataSource source) {
    CrowdStandIn.Surroundings around =
        new CrowdStandIn.Surroundings(
            Path.of("home"), () -> "http://localhost:8095/crowd", Optional::empty, "7.2.6");
    return new CrowdStandIn(source, around, new TickingClock());
  }

  private static final class OnH2 {
    static final CrowdStandIn CROWD = on(newH2("facts"));
  }

  private static final class OnPostgresql {
    static final CrowdStandIn CROWD = on(start());

    private static DataSource start() {
      try {
        String url = EmbeddedPostgres.builder().start().getJdbcUrl("postgres", "postgres");
        return CrowdStandIn.pool(url);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final class TickingClock extends Clock {
    private final AtomicLong seconds =
        new AtomicLong(Instant.parse("2026-01-01T00:00:00Z").getEpochSecond());

    @Override
    public Instant instant() {
      return Instant.ofEpochSecond(seconds.incrementAndGet());
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
