package com.atlassian.crowd.model.user;

import com.atlassian.crowd.embedded.api.PasswordCredential;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a user, its attributes and its password shall be. */
public class UserTemplateWithCredentialAndAttributes extends UserTemplateWithAttributes {
  private static final long serialVersionUID = 1L;

  private final PasswordCredential credential;
  private Date createdDate;
  private Date updatedDate;

  public UserTemplateWithCredentialAndAttributes(
      String username, long directoryId, PasswordCredential credential) {
    super(username, directoryId);
    this.credential = credential;
  }

  public UserTemplateWithCredentialAndAttributes(User user, PasswordCredential credential) {
    super(user);
    this.credential = credential;
  }

  public UserTemplateWithCredentialAndAttributes(
      User user, Map<String, Set<String>> attributes, PasswordCredential credential) {
    this(user, credential);
    attributes.forEach(this::setAttribute);
  }

  public PasswordCredential getCredential() {
    return credential;
  }

  public List<PasswordCredential> getCredentialHistory() {
    return List.of();
  }

  public Date getCreatedDate() {
    return createdDate;
  }

  public void setCreatedDate(Date createdDate) {
    this.createdDate = createdDate;
  }

  public Date getUpdatedDate() {
    return updatedDate;
  }

  public void setUpdatedDate(Date updatedDate) {
    this.updatedDate = updatedDate;
  }
}
