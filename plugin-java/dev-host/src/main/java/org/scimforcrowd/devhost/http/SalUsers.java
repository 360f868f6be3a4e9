package org.scimforcrowd.devhost.http;

import com.atlassian.crowd.embedded.api.User;
import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserProfile;
import com.atlassian.sal.api.user.UserResolutionException;
import java.net.URI;
import java.security.Principal;
import java.util.Optional;
import org.scimforcrowd.devhost.Crowd;

/** The methods of SAL's UserManager; in Crowd a user key is the user name. */
final class SalUsers {
  private final Crowd crowd;
  private final CrowdUsers users;
  private final RemoteUser remoteUser;
  private final ServletRequests requests;

  SalUsers(Crowd crowd, RemoteUser remoteUser, ServletRequests requests) {
    this.crowd = crowd;
    this.users = new CrowdUsers(crowd);
    this.remoteUser = remoteUser;
    this.requests = requests;
  }

  public String getRemoteUsername() {
    return remoteUser.get().orElse(null);
  }

  public String getRemoteUsername(Object request) {
    return requests.user(request).orElse(null);
  }

  public UserKey getRemoteUserKey() {
    return remoteUser.get().map(UserKey::new).orElse(null);
  }

  public UserKey getRemoteUserKey(Object request) {
    return requests.user(request).map(UserKey::new).orElse(null);
  }

  public UserProfile getRemoteUser() {
    return remoteUser.get().map(this::getUserProfile).orElse(null);
  }

  public UserProfile getRemoteUser(Object request) {
    return requests.user(request).map(this::getUserProfile).orElse(null);
  }

  public UserProfile getUserProfile(UserKey key) {
    return key == null ? null : getUserProfile(key.getStringValue());
  }

  public UserProfile getUserProfile(String name) {
    return users.find(name).<UserProfile>map(Profile::new).orElse(null);
  }

  public boolean isUserInGroup(UserKey key, String group) {
    return key != null && isUserInGroup(key.getStringValue(), group);
  }

  public boolean isUserInGroup(String name, String group) {
    return name != null && users.isInGroup(name, group);
  }

  public boolean isSystemAdmin(UserKey key) {
    return key != null && isSystemAdmin(key.getStringValue());
  }

  public boolean isSystemAdmin(String name) {
    return name != null && crowd.isAdministrator(name);
  }

  public boolean isAdmin(UserKey key) {
    return isSystemAdmin(key);
  }

  public boolean isAdmin(String name) {
    return isSystemAdmin(name);
  }

  public boolean isLicensed(UserKey key) {
    return key != null && users.find(key.getStringValue()).isPresent();
  }

  public boolean authenticate(String name, String password) {
    return crowd.authenticate(name, password);
  }

  public Principal resolve(String name) throws UserResolutionException {
    return users.find(name).<Principal>map(user -> user::getName).orElse(null);
  }

  public Iterable<String> findGroupNamesByPrefix(String prefix, int start, int most) {
    return users.groupNames(prefix, start, most);
  }

  public boolean isAnonymousAccessEnabled() {
    return false;
  }

  public boolean isLimitedUnlicensedAccessEnabled() {
    return false;
  }

  private record Profile(User user) implements UserProfile {
    @Override
    public UserKey getUserKey() {
      return new UserKey(user.getName());
    }

    @Override
    public String getUsername() {
      return user.getName();
    }

    @Override
    public String getFullName() {
      return Optional.ofNullable(user.getDisplayName()).orElse("");
    }

    @Override
    public String getEmail() {
      return user.getEmailAddress();
    }

    @Override
    public URI getProfilePictureUri(int width, int height) {
      return null;
    }

    @Override
    public URI getProfilePictureUri() {
      return null;
    }

    @Override
    public URI getProfilePageUri() {
      return null;
    }
  }
}
