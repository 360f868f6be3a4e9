package com.atlassian.crowd.audit;

import java.util.Objects;

/** An author as a value. */
public class ImmutableAuditLogAuthor implements AuditLogAuthor {
  private final Long id;
  private final String name;
  private final AuditLogAuthorType type;

  public ImmutableAuditLogAuthor(Long id, String name, AuditLogAuthorType type) {
    this.id = id;
    this.name = name;
    this.type = type;
  }

  public ImmutableAuditLogAuthor(AuditLogAuthor author) {
    this(author.getId(), author.getName(), author.getType());
  }

  @Override
  public Long getId() {
    return id;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public AuditLogAuthorType getType() {
    return type;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ImmutableAuditLogAuthor that
        && Objects.equals(id, that.id)
        && Objects.equals(name, that.name)
        && type == that.type;
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, name, type);
  }
}
