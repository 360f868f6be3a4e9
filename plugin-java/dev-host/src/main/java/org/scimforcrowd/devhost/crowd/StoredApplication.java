package org.scimforcrowd.devhost.crowd;

import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.model.application.Application;
import com.atlassian.crowd.model.application.ApplicationDirectoryMapping;
import com.atlassian.crowd.model.application.ApplicationType;
import com.atlassian.crowd.model.application.RemoteAddress;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An application as it was stored. Switches of applications that nobody here sets are off. */
record StoredApplication(
    Long id,
    String name,
    ApplicationType type,
    String description,
    PasswordCredential credential,
    boolean active,
    Map<String, String> attributes,
    List<ApplicationDirectoryMapping> mappings,
    Set<RemoteAddress> addresses,
    Date created,
    Date updated)
    implements Application {

  /** One that is not stored yet. */
  static StoredApplication fresh(
      String name, ApplicationType type, String description, PasswordCredential credential) {
    return new StoredApplication(
        null, name, type, description, credential, true, Map.of(), List.of(), Set.of(), null, null);
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
  public ApplicationType getType() {
    return type;
  }

  @Override
  public String getDescription() {
    return description;
  }

  @Override
  public PasswordCredential getCredential() {
    return credential;
  }

  /** The console itself can not be removed. */
  @Override
  public boolean isPermanent() {
    return type == ApplicationType.CROWD;
  }

  @Override
  public boolean isActive() {
    return active;
  }

  @Override
  public Map<String, String> getAttributes() {
    return attributes;
  }

  @Override
  public List<ApplicationDirectoryMapping> getApplicationDirectoryMappings() {
    return mappings;
  }

  @Override
  public ApplicationDirectoryMapping getApplicationDirectoryMapping(long directoryId) {
    return mappings.stream()
        .filter(mapping -> mapping.getDirectory().getId() == directoryId)
        .findFirst()
        .orElse(null);
  }

  @Override
  public Set<RemoteAddress> getRemoteAddresses() {
    return addresses;
  }

  @Override
  public boolean hasRemoteAddress(String remoteAddress) {
    return addresses.contains(new RemoteAddress(remoteAddress));
  }

  @Override
  public boolean isFilteringUsersWithAccessEnabled() {
    return false;
  }

  @Override
  public boolean isFilteringGroupsWithAccessEnabled() {
    return false;
  }

  @Override
  public boolean isLowerCaseOutput() {
    return false;
  }

  @Override
  public boolean isAliasingEnabled() {
    return false;
  }

  @Override
  public boolean isMembershipAggregationEnabled() {
    return false;
  }

  @Override
  public boolean isCachedDirectoriesAuthenticationOrderOptimisationEnabled() {
    return false;
  }

  @Override
  public boolean isAuthenticationWithoutPasswordEnabled() {
    return false;
  }

  @Override
  public boolean isAuthenticationViaEmailEnabled() {
    return false;
  }

  @Override
  public Date getCreatedDate() {
    return new Date(created.getTime());
  }

  @Override
  public Date getUpdatedDate() {
    return new Date(updated.getTime());
  }

  @Override
  public Set<String> getValues(String key) {
    String value = attributes.get(key);
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
}
