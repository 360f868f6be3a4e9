package com.atlassian.crowd.model.application;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.OperationType;
import java.util.Set;

/** A directory as an application sees it. */
public interface ApplicationDirectoryMapping {
  Directory getDirectory();

  boolean isAllowAllToAuthenticate();

  Set<String> getAuthorisedGroupNames();

  Set<OperationType> getAllowedOperations();
}
