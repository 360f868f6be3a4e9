package com.atlassian.crowd.manager.application;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.OperationType;
import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.exception.ApplicationAlreadyExistsException;
import com.atlassian.crowd.exception.ApplicationNotFoundException;
import com.atlassian.crowd.exception.DirectoryNotFoundException;
import com.atlassian.crowd.exception.InvalidCredentialException;
import com.atlassian.crowd.model.application.Application;
import com.atlassian.crowd.model.application.RemoteAddress;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import java.util.List;
import java.util.Set;

/** Applications, and which directories they see. */
public interface ApplicationManager {
  Application add(Application application)
      throws InvalidCredentialException, ApplicationAlreadyExistsException;

  Application findById(long id) throws ApplicationNotFoundException;

  Application findByName(String name) throws ApplicationNotFoundException;

  void remove(Application application) throws ApplicationManagerException;

  void removeDirectoryFromApplication(Directory directory, Application application)
      throws ApplicationManagerException;

  void addDirectoryMapping(
      Application application,
      Directory directory,
      boolean allowAllToAuthenticate,
      OperationType... operationTypes)
      throws ApplicationNotFoundException, DirectoryNotFoundException;

  void updateDirectoryMapping(Application application, Directory directory, int position)
      throws ApplicationNotFoundException, DirectoryNotFoundException;

  void updateDirectoryMapping(
      Application application, Directory directory, boolean allowAllToAuthenticate)
      throws ApplicationNotFoundException, DirectoryNotFoundException;

  void updateDirectoryMapping(
      Application application,
      Directory directory,
      boolean allowAllToAuthenticate,
      Set<OperationType> operationTypes)
      throws ApplicationNotFoundException, DirectoryNotFoundException;

  void addRemoteAddress(Application application, RemoteAddress remoteAddress)
      throws ApplicationNotFoundException;

  void removeRemoteAddress(Application application, RemoteAddress remoteAddress)
      throws ApplicationNotFoundException;

  void addGroupMapping(Application application, Directory directory, String groupName)
      throws ApplicationNotFoundException;

  void removeGroupMapping(Application application, Directory directory, String groupName)
      throws ApplicationNotFoundException;

  Application update(Application application)
      throws ApplicationManagerException, ApplicationNotFoundException;

  void updateCredential(Application application, PasswordCredential passwordCredential)
      throws ApplicationManagerException, ApplicationNotFoundException;

  boolean authenticate(Application application, PasswordCredential testCredential)
      throws ApplicationNotFoundException;

  @SuppressWarnings("rawtypes")
  List<Application> search(EntityQuery query);

  List<Application> findAll();
}
