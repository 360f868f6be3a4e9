package com.atlassian.crowd.model.user;

import com.atlassian.crowd.embedded.impl.IdentifierUtils;
import java.io.Serializable;
import java.util.Objects;

/**
 * What a user shall be. Inactive until told otherwise; a blank name is an IllegalArgumentException.
 */
public class UserTemplate implements User, Serializable {
  private static final long serialVersionUID = 1L;

  private long directoryId;
  private String name;
  private boolean active;
  private String emailAddress;
  private String firstName;
  private String lastName;
  private String displayName;
  private String externalId;

  public UserTemplate(String username, long directoryId) {
    this.directoryId = directoryId;
    this.name = notBlank(username);
  }

  public UserTemplate(String name) {
    this(name, -1L);
  }

  public UserTemplate(User user) {
    this((com.atlassian.crowd.embedded.api.User) user);
    firstName = user.getFirstName();
    lastName = user.getLastName();
    externalId = user.getExternalId();
  }

  public UserTemplate(String username, String firstName, String lastName, String displayName) {
    this(username, -1L);
    this.firstName = firstName;
    this.lastName = lastName;
    this.displayName = displayName;
  }

  public UserTemplate(com.atlassian.crowd.embedded.api.User user) {
    this(user.getName(), user.getDirectoryId());
    active = user.isActive();
    emailAddress = user.getEmailAddress();
    displayName = user.getDisplayName();
  }

  public void setDirectoryId(long directoryId) {
    this.directoryId = directoryId;
  }

  public void setName(String name) {
    this.name = notBlank(name);
  }

  @Override
  public long getDirectoryId() {
    return directoryId;
  }

  @Override
  public boolean isActive() {
    return active;
  }

  public void setActive(boolean active) {
    this.active = active;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public String getEmailAddress() {
    return emailAddress;
  }

  public void setEmailAddress(String emailAddress) {
    this.emailAddress = emailAddress;
  }

  @Override
  public String getFirstName() {
    return firstName;
  }

  public void setFirstName(String firstName) {
    this.firstName = firstName;
  }

  @Override
  public String getLastName() {
    return lastName;
  }

  public void setLastName(String lastName) {
    this.lastName = lastName;
  }

  @Override
  public String getDisplayName() {
    return displayName;
  }

  public void setDisplayName(String displayName) {
    this.displayName = displayName;
  }

  @Override
  public String getExternalId() {
    return externalId;
  }

  public void setExternalId(String externalId) {
    this.externalId = externalId;
  }

  @Override
  public int compareTo(com.atlassian.crowd.embedded.api.User other) {
    int byName = IdentifierUtils.compareToInLowerCase(name, other.getName());
    return byName != 0 ? byName : Long.compare(directoryId, other.getDirectoryId());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof com.atlassian.crowd.embedded.api.User that && compareTo(that) == 0;
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
      throw new IllegalArgumentException("username argument cannot be null or blank");
    }
    return name;
  }
}
