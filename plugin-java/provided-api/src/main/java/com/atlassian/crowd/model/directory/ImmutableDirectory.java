package com.atlassian.crowd.model.directory;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.DirectoryType;
import com.atlassian.crowd.embedded.api.OperationType;
import com.atlassian.crowd.embedded.impl.IdentifierUtils;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A directory as a value. Equal where the lower-cased names are. */
public class ImmutableDirectory implements Directory {
  private static final long serialVersionUID = 1L;

  private final Long id;
  private final String name;
  private final boolean active;
  private final String encryptionType;
  private final Map<String, String> attributes;
  private final Set<OperationType> allowedOperations;
  private final String description;
  private final DirectoryType type;
  private final String implementationClass;
  private final Date createdDate;
  private final Date updatedDate;

  private ImmutableDirectory(Builder builder) {
    id = builder.id;
    name = builder.name;
    active = builder.active;
    encryptionType = builder.encryptionType;
    attributes = Map.copyOf(builder.attributes);
    allowedOperations = Set.copyOf(builder.allowedOperations);
    description = builder.description;
    type = builder.type;
    implementationClass = builder.implementationClass;
    createdDate = copy(builder.createdDate);
    updatedDate = copy(builder.updatedDate);
  }

  public static ImmutableDirectory from(Directory directory) {
    return directory instanceof ImmutableDirectory same ? same : builder(directory).build();
  }

  public static Builder builder(String name, DirectoryType type, String implementationClass) {
    return new Builder(name, type, implementationClass);
  }

  public static Builder builder(Directory directory) {
    return new Builder(directory);
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
  public boolean isActive() {
    return active;
  }

  @Override
  public String getEncryptionType() {
    return encryptionType;
  }

  @Override
  public Map<String, String> getAttributes() {
    return attributes;
  }

  @Override
  public Set<OperationType> getAllowedOperations() {
    return allowedOperations;
  }

  @Override
  public String getDescription() {
    return description;
  }

  @Override
  public DirectoryType getType() {
    return type;
  }

  @Override
  public String getImplementationClass() {
    return implementationClass;
  }

  @Override
  public Date getCreatedDate() {
    return copy(createdDate);
  }

  @Override
  public Date getUpdatedDate() {
    return copy(updatedDate);
  }

  @Override
  public Set<String> getValues(String key) {
    String value = getValue(key);
    return value == null ? null : Set.of(value);
  }

  @Override
  public String getValue(String key) {
    return attributes.get(key);
  }

  @Override
  public Set<String> getKeys() {
    return attributes.keySet();
  }

  @Override
  public boolean isEmpty() {
    return attributes.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Directory that
        && IdentifierUtils.equalsInLowerCase(name, that.getName());
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(IdentifierUtils.toLowerCase(name));
  }

  @Override
  public String toString() {
    return "ImmutableDirectory[" + id + ", " + name + ", " + type + "]";
  }

  private static Date copy(Date date) {
    return date == null ? null : new Date(date.getTime());
  }

  /** Collects the parts of a directory; active unless told otherwise. */
  public static class Builder {
    private Long id;
    private String name;
    private boolean active = true;
    private String encryptionType;
    private Map<String, String> attributes = new HashMap<>();
    private Set<OperationType> allowedOperations = EnumSet.noneOf(OperationType.class);
    private String description;
    private DirectoryType type;
    private String implementationClass;
    private Date createdDate;
    private Date updatedDate;

    public Builder(String name, DirectoryType type, String implementationClass) {
      this.name = name;
      this.type = type;
      this.implementationClass = implementationClass;
    }

    public Builder(Directory directory) {
      this(directory.getName(), directory.getType(), directory.getImplementationClass());
      id = directory.getId();
      active = directory.isActive();
      encryptionType = directory.getEncryptionType();
      attributes.putAll(directory.getAttributes());
      allowedOperations.addAll(directory.getAllowedOperations());
      description = directory.getDescription();
      createdDate = directory.getCreatedDate();
      updatedDate = directory.getUpdatedDate();
    }

    public Builder setId(Long id) {
      this.id = id;
      return this;
    }

    public Builder setName(String name) {
      this.name = name;
      return this;
    }

    public Builder setActive(boolean active) {
      this.active = active;
      return this;
    }

    public Builder setEncryptionType(String encryptionType) {
      this.encryptionType = encryptionType;
      return this;
    }

    public Builder setAttributes(Map<String, String> attributes) {
      this.attributes = new HashMap<>(attributes);
      return this;
    }

    public Builder setAttribute(String key, String value) {
      attributes.put(key, value);
      return this;
    }

    public Builder setAllowedOperations(Set<OperationType> allowedOperations) {
      this.allowedOperations = Set.copyOf(allowedOperations);
      return this;
    }

    public Builder setDescription(String description) {
      this.description = description;
      return this;
    }

    public Builder setType(DirectoryType type) {
      this.type = type;
      return this;
    }

    public Builder setImplementationClass(String implementationClass) {
      this.implementationClass = implementationClass;
      return this;
    }

    public Builder setCreatedDate(Date createdDate) {
      this.createdDate = copy(createdDate);
      return this;
    }

    public Builder setUpdatedDate(Date updatedDate) {
      this.updatedDate = copy(updatedDate);
      return this;
    }

    public ImmutableDirectory build() {
      return new ImmutableDirectory(this);
    }
  }
}
