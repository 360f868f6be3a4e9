package org.scimforcrowd.devhost.crowd;

import com.atlassian.crowd.audit.AuditLogAuthor;
import com.atlassian.crowd.audit.AuditLogAuthorType;
import com.atlassian.crowd.audit.AuditLogChangeset;
import com.atlassian.crowd.audit.AuditLogEntityType;
import com.atlassian.crowd.audit.AuditLogEventSource;
import com.atlassian.crowd.audit.AuditLogEventType;
import com.atlassian.crowd.audit.ImmutableAuditLogAuthor;
import com.atlassian.crowd.manager.audit.AuditService;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.scimforcrowd.devhost.crowd.AuditEvent.Change;
import org.scimforcrowd.devhost.crowd.AuditEvent.Thing;

/** The audit log: every write adds to it, in its own transaction; the console reads it. */
final class AuditTrail implements AuditService {
  private final Database database;
  private final ThreadAuditLogContext context;

  AuditTrail(Database database, ThreadAuditLogContext context) {
    this.database = database;
    this.context = context;
  }

  /** The first entity is the primary one; changes from a value to itself are left out. */
  void record(Session session, AuditLogEventType type, List<Thing> entities, List<Change> changes) {
    write(session, event(context.author(), type, null, entities, changes));
  }

  /** The newest events first, at most that many. */
  List<AuditLogChangeset> latest(int count) {
    try (Session session = database.openUnchecked()) {
      return session.list(
          "SELECT * FROM cwd_audit_log_changeset ORDER BY id DESC LIMIT ?",
          row -> read(session, row),
          count);
    }
  }

  @Override
  public void saveAudit(AuditLogChangeset changeset) {
    List<Thing> things = new ArrayList<>();
    changeset
        .getEntities()
        .forEach(e -> things.add(new Thing(e.getEntityType(), e.getEntityId(), e.getEntityName())));
    List<Change> changes = new ArrayList<>();
    changeset
        .getEntries()
        .forEach(
            e -> changes.add(new Change(e.getPropertyName(), e.getOldValue(), e.getNewValue())));
    AuditLogAuthor author =
        changeset.getAuthor() == null ? context.author() : changeset.getAuthor();
    try (Session session = database.openUnchecked()) {
      write(
          session,
          event(author, changeset.getEventType(), changeset.getEventMessage(), things, changes));
      session.commit();
    }
  }

  @Override
  @Deprecated
  public boolean isEnabled() {
    return true;
  }

  @Override
  public boolean shouldAuditEvent() {
    return true;
  }

  private AuditEvent event(
      AuditLogAuthor author,
      AuditLogEventType type,
      String message,
      List<Thing> things,
      List<Change> changes) {
    return new AuditEvent(
        0, database.now(), author, type, null, message, context.source(), things, changes);
  }

  private static void write(Session session, AuditEvent event) {
    long id =
        session.insert(
            "INSERT INTO cwd_audit_log_changeset (audit_timestamp, author_type, author_id,"
                + " author_name, event_type, ip_address, event_message, event_source)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            event.timestamp().toEpochMilli(),
            event.author().getType(),
            event.author().getId(),
            Names.cut(Objects.requireNonNullElse(event.author().getName(), "")),
            event.type(),
            event.ipAddress(),
            event.message(),
            event.source());
    List<Object[]> things = new ArrayList<>();
    for (Thing thing : event.entities()) {
      things.add(
          new Object[] {id, thing.type(), thing.id(), Names.cut(thing.name()), things.isEmpty()});
    }
    session.batch(
        "INSERT INTO cwd_audit_log_entity (changeset_id, entity_type, entity_id, entity_name,"
            + " is_primary) VALUES (?, ?, ?, ?, ?)",
        things);
    session.batch(
        "INSERT INTO cwd_audit_log_entry (changeset_id, property_name, old_value, new_value)"
            + " VALUES (?, ?, ?, ?)",
        event.changes().stream()
            .filter(change -> !Objects.equals(change.oldValue(), change.newValue()))
            .map(c -> new Object[] {id, c.property(), c.oldValue(), c.newValue()})
            .toList());
  }

  private static AuditEvent read(Session session, ResultSet row) throws SQLException {
    long id = row.getLong("id");
    return new AuditEvent(
        id,
        Instant.ofEpochMilli(row.getLong("audit_timestamp")),
        new ImmutableAuditLogAuthor(
            row.getObject("author_id", Long.class),
            row.getString("author_name"),
            AuditLogAuthorType.valueOf(row.getString("author_type"))),
        AuditLogEventType.valueOf(row.getString("event_type")),
        row.getString("ip_address"),
        row.getString("event_message"),
        AuditLogEventSource.valueOf(row.getString("event_source")),
        session.list(
            "SELECT * FROM cwd_audit_log_entity WHERE changeset_id = ? ORDER BY id",
            AuditTrail::thing,
            id),
        session.list(
            "SELECT * FROM cwd_audit_log_entry WHERE changeset_id = ? ORDER BY id",
            AuditTrail::change,
            id));
  }

  private static Thing thing(ResultSet row) throws SQLException {
    return new Thing(
        AuditLogEntityType.valueOf(row.getString("entity_type")),
        row.getObject("entity_id", Long.class),
        row.getString("entity_name"),
        Session.flag(row, "is_primary"));
  }

  private static Change change(ResultSet row) throws SQLException {
    return new Change(
        row.getString("property_name"), row.getString("old_value"), row.getString("new_value"));
  }
}
