package com.atlassian.crowd.model.application;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.OperationType;
import java.util.Set;

/** A directory as an application sees it, as a value. */
public class ImmutableApplicationDirectoryMapping implements ApplicationDirectoryMapping {
  private final Directory directory;
  private final boolean allowAllToAuthenticate;
  private final Set<String> authorisedGroupNames;
  private final Set<OperationType> allowedOperations;

  private ImmutableApplicationDirectoryMapping(Builder builder) {
    directory = builder.directory;
    allowAllToAuthenticate = builder.allowAllToAuthenticate;
    authorisedGroupNames = Set.copyOf(builder.authorisedGroupNames);
    allowedOperations = Set.copyOf(builder.allowedOperations);
  }

  public static Builder builder() {
    return new Builder();
  }

  public static Builder builder(ApplicationDirectoryMapping mapping) {
    return builder()
        .setDirectory(mapping.getDirectory())
        .setAllowAllToAuthenticate(mapping.isAllowAllToAuthenticate())
        .setAuthorisedGroupNames(mapping.getAuthorisedGroupNames())
        .setAllowedOperations(mapping.getAllowedOperations());
  }

  public static ImmutableApplicationDirectoryMapping from(ApplicationDirectoryMapping mapping) {
    return mapping instanceof ImmutableApplicationDirectoryMapping same
        ? same
        : builder(mapping).build();
  }

  @Override
  public Directory getDirectory() {
    return directory;
  }

  @Override
  public boolean isAllowAllToAuthenticate() {
    return allowAllToAuthenticate;
  }

  @Override
  public Set<String> getAuthorisedGroupNames() {
    return authorisedGroupNames;
  }

  @Override
  public Set<OperationType> getAllowedOperations() {
    return allowedOperations;
  }

  /** Collects the parts of a mapping. */
  public static final class Builder {
    private Directory directory;
    private boolean allowAllToAuthenticate;
    private Set<String> authorisedGroupNames = Set.of();
    private Set<OperationType> allowedOperations = Set.of();

    private Builder() {}

    public Builder setDirectory(Directory directory) {
      this.directory = directory;
      return this;
    }

    public Builder setAllowAllToAuthenticate(boolean allowAllToAuthenticate) {
      this.allowAllToAuthenticate = allowAllToAuthenticate;
      return this;
    }

    public Builder setAuthorisedGroupNames(Set<String> authorisedGroupNames) {
      this.authorisedGroupNames = authorisedGroupNames;
      return this;
    }

    public Builder setAllowedOperations(Set<OperationType> allowedOperations) {
      this.allowedOperations = allowedOperations;
      return this;
    }

    public ImmutableApplicationDirectoryMapping build() {
      return new ImmutableApplicationDirectoryMapping(this);
    }
  }
}
