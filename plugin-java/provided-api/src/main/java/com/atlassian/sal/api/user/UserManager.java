package com.atlassian.sal.api.user;

import java.security.Principal;
import javax.servlet.http.HttpServletRequest;

/** Who is there, and what he may do. */
public interface UserManager {
  @Deprecated
  String getRemoteUsername();

  /** The one who is logged in on this thread's request, or null. */
  UserProfile getRemoteUser();

  UserKey getRemoteUserKey();

  @Deprecated
  String getRemoteUsername(HttpServletRequest request);

  UserProfile getRemoteUser(HttpServletRequest request);

  UserKey getRemoteUserKey(HttpServletRequest request);

  /** The profile of that user name, or null. */
  UserProfile getUserProfile(String username);

  UserProfile getUserProfile(UserKey userKey);

  @Deprecated
  boolean isUserInGroup(String username, String group);

  boolean isUserInGroup(UserKey userKey, String group);

  @Deprecated
  boolean isSystemAdmin(String username);

  boolean isSystemAdmin(UserKey userKey);

  @Deprecated
  boolean isAdmin(String username);

  boolean isAdmin(UserKey userKey);

  boolean isLicensed(UserKey userKey);

  default boolean isLimitedUnlicensedUser(UserKey userKey) {
    return false;
  }

  boolean authenticate(String username, String password);

  Principal resolve(String username) throws UserResolutionException;

  Iterable<String> findGroupNamesByPrefix(String prefix, int startIndex, int maxResults);

  boolean isAnonymousAccessEnabled();

  boolean isLimitedUnlicensedAccessEnabled();
}
