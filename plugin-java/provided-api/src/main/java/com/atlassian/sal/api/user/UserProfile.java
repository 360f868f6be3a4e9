package com.atlassian.sal.api.user;

import java.net.URI;

/** What others may see of a user. */
public interface UserProfile {
  UserKey getUserKey();

  String getUsername();

  String getFullName();

  String getEmail();

  URI getProfilePictureUri(int width, int height);

  URI getProfilePictureUri();

  URI getProfilePageUri();
}
