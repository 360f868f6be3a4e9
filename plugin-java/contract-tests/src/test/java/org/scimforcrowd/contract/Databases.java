package org.scimforcrowd.contract;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * New databases of the kinds that Crowd's stand-in runs on. PostgreSQL is started by the first who
 * asks.
 */
enum Databases {
  H2 {
    @Override
    StandIn open(Path home) {
      return StandIn.onH2(home);
    }
  },
  POSTGRESQL {
    private EmbeddedPostgres server;
    private int count;

    @Override
    synchronized StandIn open(Path home) {
      try {
        if (server == null) {
          server = EmbeddedPostgres.start();
        }
        String name = "crowd" + ++count;
        try (Connection connection = server.getPostgresDatabase().getConnection();
            Statement statement = connection.createStatement()) {
          statement.execute("create database " + name);
        }
        return StandIn.on(server.getJdbcUrl("postgres", name), home);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      } catch (SQLException failure) {
        throw new IllegalStateException(failure);
      }
    }
  };

  abstract StandIn open(Path home);
}
