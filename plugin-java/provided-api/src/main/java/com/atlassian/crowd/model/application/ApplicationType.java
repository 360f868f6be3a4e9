package com.atlassian.crowd.model.application;

import java.util.List;

/** Kinds of applications. CROWD is the console itself. */
public enum ApplicationType {
  CROWD("Crowd"),
  GENERIC_APPLICATION("Generic Application"),
  PLUGIN("Plugin"),
  JIRA("Jira"),
  CONFLUENCE("Confluence"),
  BAMBOO("Bamboo"),
  FISHEYE("Fisheye"),
  CRUCIBLE("Crucible"),
  STASH("Bitbucket Server");

  private final String displayName;

  ApplicationType(String displayName) {
    this.displayName = displayName;
  }

  public String getDisplayName() {
    return displayName;
  }

  public static List<ApplicationType> getCreatableAppTypes() {
    return List.of(JIRA, CONFLUENCE, BAMBOO, FISHEYE, CRUCIBLE, STASH, GENERIC_APPLICATION);
  }
}
