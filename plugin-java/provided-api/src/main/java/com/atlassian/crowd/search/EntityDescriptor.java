package com.atlassian.crowd.search;

import com.atlassian.crowd.model.group.GroupType;
import java.util.Objects;

/** What is searched for; for groups, of which type. */
public class EntityDescriptor {
  private final Entity entityType;
  private final GroupType groupType;

  public EntityDescriptor(Entity entity) {
    this(entity, null);
  }

  private EntityDescriptor(Entity entity, GroupType groupType) {
    this.entityType = entity;
    this.groupType = groupType;
  }

  public static EntityDescriptor group(GroupType groupType) {
    return new EntityDescriptor(Entity.GROUP, groupType);
  }

  public static EntityDescriptor group() {
    return group(GroupType.GROUP);
  }

  @Deprecated
  public static EntityDescriptor role() {
    return group(GroupType.LEGACY_ROLE);
  }

  public static EntityDescriptor user() {
    return new EntityDescriptor(Entity.USER);
  }

  public static EntityDescriptor directory() {
    return new EntityDescriptor(Entity.DIRECTORY);
  }

  public static EntityDescriptor token() {
    return new EntityDescriptor(Entity.TOKEN);
  }

  public static EntityDescriptor application() {
    return new EntityDescriptor(Entity.APPLICATION);
  }

  public static EntityDescriptor alias() {
    return new EntityDescriptor(Entity.ALIAS);
  }

  public Entity getEntityType() {
    return entityType;
  }

  public GroupType getGroupType() {
    return groupType;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EntityDescriptor that
        && entityType == that.entityType
        && groupType == that.groupType;
  }

  @Override
  public int hashCode() {
    return Objects.hash(entityType, groupType);
  }
}
