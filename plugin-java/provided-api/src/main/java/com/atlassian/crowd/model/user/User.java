package com.atlassian.crowd.model.user;

import com.atlassian.crowd.model.DirectoryEntity;
import java.security.Principal;

/** A user of a directory. */
public interface User extends Principal, DirectoryEntity, com.atlassian.crowd.embedded.api.User {
  @Override
  long getDirectoryId();

  @Override
  String getName();

  String getFirstName();

  String getLastName();

  /** Made by Crowd for internal directories; survives a rename. */
  String getExternalId();
}
