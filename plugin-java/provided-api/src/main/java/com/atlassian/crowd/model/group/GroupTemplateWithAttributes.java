package com.atlassian.crowd.model.group;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a group and its attributes shall be. Note that addGroup does not store attributes. */
public class GroupTemplateWithAttributes extends GroupTemplate implements GroupWithAttributes {
  private static final long serialVersionUID = 1L;

  private final HashMap<String, Set<String>> attributes = new HashMap<>();

  public GroupTemplateWithAttributes(String groupName, long directoryId, GroupType groupType) {
    super(groupName, directoryId, groupType);
  }

  public GroupTemplateWithAttributes(GroupWithAttributes group) {
    super(group);
    group.getKeys().forEach(key -> setAttribute(key, group.getValues(key)));
  }

  private GroupTemplateWithAttributes(Group group) {
    super(group);
  }

  public static GroupTemplateWithAttributes ofGroupWithNoAttributes(Group group) {
    return new GroupTemplateWithAttributes(group);
  }

  public Map<String, Set<String>> getAttributes() {
    return attributes;
  }

  @Override
  public Set<String> getValues(String name) {
    return attributes.get(name);
  }

  @Override
  public String getValue(String name) {
    Set<String> values = attributes.get(name);
    return values == null || values.isEmpty() ? null : values.iterator().next();
  }

  @Override
  public Set<String> getKeys() {
    return attributes.keySet();
  }

  @Override
  public boolean isEmpty() {
    return attributes.isEmpty();
  }

  public void setAttribute(String name, String value) {
    attributes.put(name, Set.of(value));
  }

  public void setAttribute(String name, Set<String> values) {
    attributes.put(name, new HashSet<>(values));
  }

  public void removeAttribute(String name) {
    attributes.remove(name);
  }
}
