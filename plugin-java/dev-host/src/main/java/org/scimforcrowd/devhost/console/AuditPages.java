package org.scimforcrowd.devhost.console;

import com.atlassian.crowd.audit.AuditLogAuthor;
import com.atlassian.crowd.audit.AuditLogChangeset;
import com.atlassian.crowd.audit.AuditLogEntity;
import com.atlassian.crowd.audit.AuditLogEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.scimforcrowd.devhost.Crowd;
import org.scimforcrowd.devhost.http.WebAnswer;
import org.scimforcrowd.devhost.http.WebRequest;

/** Crowd's audit log, the newest entries first. */
final class AuditPages {
  private static final int MOST = 200;

  private final Crowd crowd;
  private final Layout layout;

  AuditPages(Crowd crowd, Layout layout) {
    this.crowd = crowd;
    this.layout = layout;
  }

  List<Route> routes() {
    return List.of(Route.get("/console/secure/auditlog.action", this::list));
  }

  private WebAnswer list(WebRequest request) {
    List<List<Object>> rows = new ArrayList<>();
    for (AuditLogChangeset event : crowd.auditLog(MOST)) {
      rows.add(
          List.of(
              event.getTimestampInstant().toString(),
              event.getEventType(),
              author(event),
              entities(event),
              changes(event)));
    }
    return layout.page(
        request,
        200,
        "Audit log",
        Forms.table("Events", List.of("Time", "Event", "Author", "About", "Changes"), rows));
  }

  private static String author(AuditLogChangeset event) {
    AuditLogAuthor author = event.getAuthor();
    String name = Objects.requireNonNullElse(author.getName(), "");
    return name.isEmpty() ? author.getType().name() : name + " (" + author.getType() + ")";
  }

  private static String entities(AuditLogChangeset event) {
    return event.getEntities().stream()
        .map(entity -> entity.getEntityType() + " " + nameOf(entity))
        .collect(Collectors.joining(", "));
  }

  private static String nameOf(AuditLogEntity entity) {
    return entity.getEntityName() == null
        ? "#" + entity.getEntityId()
        : entity.getEntityName();
  }

  private static String changes(AuditLogChangeset event) {
    return event.getEntries().stream()
        .map(AuditPages::change)
        .collect(Collectors.joining("; "));
  }

  private static String change(AuditLogEntry entry) {
    return entry.getPropertyName()
        + ": "
        + text(entry.getOldValue())
        + " → "
        + text(entry.getNewValue());
  }

  private static String text(String value) {
    return Objects.requireNonNullElse(value, "–");
  }
}
