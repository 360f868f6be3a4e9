package org.scimforcrowd.devhost.crowd;

import com.atlassian.crowd.audit.AuditLogAuthor;
import com.atlassian.crowd.audit.AuditLogAuthorType;
import com.atlassian.crowd.audit.AuditLogChangeset;
import com.atlassian.crowd.audit.AuditLogEntity;
import com.atlassian.crowd.audit.AuditLogEntityType;
import com.atlassian.crowd.audit.AuditLogEntry;
import com.atlassian.crowd.audit.AuditLogEventSource;
import com.atlassian.crowd.audit.AuditLogEventType;
import java.time.Instant;
import java.util.List;

/** One event of the audit log, as it was stored. */
record AuditEvent(
    long id,
    Instant timestamp,
    AuditLogAuthor author,
    AuditLogEventType type,
    String ipAddress,
    String message,
    AuditLogEventSource source,
    List<Thing> entities,
    List<Change> changes)
    implements AuditLogChangeset {

  /** Something that changed. */
  record Thing(AuditLogEntityType type, Long id, String name, boolean primary)
      implements AuditLogEntity {
    Thing(AuditLogEntityType type, Long id, String name) {
      this(type, id, name, false);
    }

    static Thing directory(long id, String name) {
      return new Thing(AuditLogEntityType.DIRECTORY, id, name);
    }

    @Override
    public AuditLogEntityType getEntityType() {
      return type;
    }

    @Override
    public Long getEntityId() {
      return id;
    }

    @Override
    public String getEntityName() {
      return name;
    }

    @Override
    public boolean isPrimary() {
      return primary;
    }
  }

  /** A property that changed; passwords are masked. */
  record Change(String property, String oldValue, String newValue) implements AuditLogEntry {
    @Override
    public String getPropertyName() {
      return property;
    }

    @Override
    public String getOldValue() {
      return oldValue;
    }

    @Override
    public String getNewValue() {
      return newValue;
    }
  }

  @Override
  public Long getId() {
    return id;
  }

  @Override
  public Instant getTimestampInstant() {
    return timestamp;
  }

  @Override
  public AuditLogAuthor getAuthor() {
    return author;
  }

  @Override
  @Deprecated
  public AuditLogAuthorType getAuthorType() {
    return author.getType();
  }

  @Override
  @Deprecated
  public Long getAuthorId() {
    return author.getId();
  }

  @Override
  @Deprecated
  public String getAuthorName() {
    return author.getName();
  }

  @Override
  public AuditLogEventType getEventType() {
    return type;
  }

  @Override
  public String getIpAddress() {
    return ipAddress;
  }

  @Override
  public String getEventMessage() {
    return message;
  }

  @Override
  public AuditLogEventSource getSource() {
    return source;
  }

  @Override
  public List<Change> getEntries() {
    return changes;
  }

  @Override
  public List<Thing> getEntities() {
    return entities;
  }
}
