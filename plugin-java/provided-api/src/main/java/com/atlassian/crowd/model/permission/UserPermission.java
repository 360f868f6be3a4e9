package com.atlassian.crowd.model.permission;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** Administration rights in Crowd's console. SYS_ADMIN includes ADMIN. */
public enum UserPermission {
  ADMIN(1),
  SYS_ADMIN(2);

  private final int id;

  UserPermission(int id) {
    this.id = id;
  }

  public int getId() {
    return id;
  }

  public static Set<UserPermission> allPermissions() {
    return EnumSet.allOf(UserPermission.class);
  }

  /** The permission with that id, or null. */
  public static UserPermission fromId(int id) {
    return Arrays.stream(values()).filter(p -> p.id == id).findFirst().orElse(null);
  }
}
