package com.atlassian.crowd.model.user;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a user and its attributes shall be. */
public class UserTemplateWithAttributes extends UserTemplate implements UserWithAttributes {
  private static final long serialVersionUID = 1L;

  private final HashMap<String, Set<String>> attributes = new HashMap<>();

  public UserTemplateWithAttributes(String username, long directoryId) {
    super(username, directoryId);
  }

  public UserTemplateWithAttributes(UserWithAttributes user) {
    super((User) user);
    user.getKeys().forEach(key -> setAttribute(key, user.getValues(key)));
  }

  public UserTemplateWithAttributes(com.atlassian.crowd.embedded.api.UserWithAttributes user) {
    super((com.atlassian.crowd.embedded.api.User) user);
    user.getKeys().forEach(key -> setAttribute(key, user.getValues(key)));
  }

  protected UserTemplateWithAttributes(User user) {
    super(user);
  }

  protected UserTemplateWithAttributes(com.atlassian.crowd.embedded.api.User user) {
    super(user);
  }

  @Deprecated
  public static UserTemplateWithAttributes ofUserWithNoAttributes(User user) {
    return new UserTemplateWithAttributes(user);
  }

  public static UserTemplateWithAttributes toUserWithNoAttributes(User user) {
    return new UserTemplateWithAttributes(user);
  }

  public static UserTemplateWithAttributes toUserWithNoAttributes(
      com.atlassian.crowd.embedded.api.User user) {
    return new UserTemplateWithAttributes(user);
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
