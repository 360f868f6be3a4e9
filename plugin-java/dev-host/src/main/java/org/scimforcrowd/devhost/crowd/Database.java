package org.scimforcrowd.devhost.crowd;

import com.atlassian.crowd.exception.OperationFailedException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Opens sessions, each one transaction. */
final class Database {
  private final DataSource source;
  private final Clock clock;
  private final Faults faults = new Faults();
  private final Tap tap = new Tap();

  Database(DataSource source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  /** Brings the tables up to date. */
  void migrate() {
    Flyway.configure(Database.class.getClassLoader())
        .dataSource(source)
        .locations("classpath:db/migration")
        .load()
        .migrate();
  }

  Faults faults() {
    return faults;
  }

  Tap tap() {
    return tap;
  }

  /** Now, in whole milliseconds. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** A session for calls that declare OperationFailedException. */
  Session open() throws OperationFailedException {
    try {
      return openUnchecked();
    } catch (DatabaseException e) {
      if (Uncertain.STOPPED_DATABASE_IS_UNCHECKED.holds()) {
        throw e;
      }
      throw new OperationFailedException(e);
    }
  }

  /** A session for calls that do not. */
  Session openUnchecked() {
    if (faults.isDatabaseStopped()) {
      throw new DatabaseException("The database is stopped");
    }
    try {
      tap.transaction();
      return new Session(source.getConnection(), tap, now());
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }
}
