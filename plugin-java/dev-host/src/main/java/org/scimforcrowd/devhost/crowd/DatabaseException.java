package org.scimforcrowd.devhost.crowd;

import java.sql.SQLException;

/** The database failed; what Crowd's persistence layer throws, unchecked. */
public final class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DatabaseException(String message) {
    super(message);
  }

  DatabaseException(SQLException cause) {
    super(cause.getMessage(), cause);
  }

  /** True if a unique constraint was broken. */
  public boolean isUniqueViolation() {
    return getCause() instanceof SQLException sql && "23505".equals(sql.getSQLState());
  }
}
