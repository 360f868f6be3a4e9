package com.atlassian.crowd.model.application;

import com.atlassian.crowd.embedded.api.Attributes;
import com.atlassian.crowd.embedded.api.PasswordCredential;
import java.io.Serializable;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What people log in to. */
public interface Application extends Serializable, Attributes {
  Long getId();

  String getName();

  ApplicationType getType();

  String getDescription();

  PasswordCredential getCredential();

  boolean isPermanent();

  boolean isActive();

  Map<String, String> getAttributes();

  List<ApplicationDirectoryMapping> getApplicationDirectoryMappings();

  /** The mapping of that directory, or null. */
  ApplicationDirectoryMapping getApplicationDirectoryMapping(long directoryId);

  Set<RemoteAddress> getRemoteAddresses();

  boolean hasRemoteAddress(String remoteAddress);

  boolean isFilteringUsersWithAccessEnabled();

  boolean isFilteringGroupsWithAccessEnabled();

  boolean isLowerCaseOutput();

  boolean isAliasingEnabled();

  boolean isMembershipAggregationEnabled();

  boolean isCachedDirectoriesAuthenticationOrderOptimisationEnabled();

  boolean isAuthenticationWithoutPasswordEnabled();

  boolean isAuthenticationViaEmailEnabled();

  Date getCreatedDate();

  Date getUpdatedDate();
}
