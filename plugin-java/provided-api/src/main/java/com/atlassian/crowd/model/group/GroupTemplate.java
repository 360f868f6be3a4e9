package com.atlassian.crowd.model.group;

import com.atlassian.crowd.embedded.impl.IdentifierUtils;
import java.io.Serializable;
import java.util.Objects;

/**
 * What a group shall be. Active until told otherwise; a blank name is an IllegalArgumentException.
 */
public class GroupTemplate implements Group, Serializable {
  private static final long serialVersionUID = 1L;

  private long directoryId;
  private String name;
  private GroupType type;
  private boolean active = true;
  private String description = "";
  private boolean local;
  private String externalId;

  public GroupTemplate(String name, long directoryId, GroupType type) {
    this.name = notBlank(name);
    this.directoryId = directoryId;
    this.type = Objects.requireNonNull(type, "type");
  }

  public GroupTemplate(String name) {
    this(name, -1L);
  }

  public GroupTemplate(String name, long directoryId) {
    this(name, directoryId, GroupType.GROUP);
  }

  public GroupTemplate(Group group) {
    this(group.getName(), group.getDirectoryId(), group.getType());
    active = group.isActive();
    description = group.getDescription();
    externalId = group.getExternalId();
    local = group instanceof InternalDirectoryGroup internal && internal.isLocal();
  }

  /** A copy that names another directory. */
  public GroupTemplate withDirectoryId(long directoryId) {
    GroupTemplate copy = new GroupTemplate(this);
    copy.setDirectoryId(directoryId);
    copy.setLocal(local);
    return copy;
  }

  public void setName(String name) {
    this.name = notBlank(name);
  }

  public void setDirectoryId(long directoryId) {
    this.directoryId = directoryId;
  }

  @Override
  public long getDirectoryId() {
    return directoryId;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public boolean isActive() {
    return active;
  }

  public void setActive(boolean active) {
    this.active = active;
  }

  @Override
  public String getDescription() {
    return description;
  }

  public void setDescription(String description) {
    this.description = description;
  }

  @Override
  public GroupType getType() {
    return type;
  }

  public void setType(GroupType type) {
    this.type = type;
  }

  public boolean isLocal() {
    return local;
  }

  public void setLocal(boolean local) {
    this.local = local;
  }

  @Override
  public String getExternalId() {
    return externalId;
  }

  public void setExternalId(String externalId) {
    this.externalId = externalId;
  }

  @Override
  public int compareTo(Group other) {
    int byName = IdentifierUtils.compareToInLowerCase(name, other.getName());
    return byName != 0 ? byName : Long.compare(directoryId, other.getDirectoryId());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Group that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(directoryId, IdentifierUtils.toLowerCase(name));
  }

  @Override
  public String toString() {
    return getClass().getSimpleName() + "[" + name + ", " + directoryId + "]";
  }

  private static String notBlank(String name) {
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException("name argument cannot be null or blank");
    }
    return name;
  }
}
