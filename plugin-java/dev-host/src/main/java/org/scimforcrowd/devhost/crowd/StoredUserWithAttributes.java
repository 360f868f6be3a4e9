package org.scimforcrowd.devhost.crowd;

import com.atlassian.crowd.model.user.TimestampedUser;
import com.atlassian.crowd.model.user.UserTemplateWithAttributes;
import java.util.Date;
import java.util.Map;
import java.util.Set;

/** A user with dates and attributes, as a search for UserWithAttributes gives it. */
final class StoredUserWithAttributes extends UserTemplateWithAttributes implements TimestampedUser {
  private static final long serialVersionUID = 1L;

  private final Date created;
  private final Date updated;

  private StoredUserWithAttributes(StoredUser user) {
    super((com.atlassian.crowd.model.user.User) user);
    created = user.getCreatedDate();
    updated = user.getUpdatedDate();
  }

  static StoredUserWithAttributes of(StoredUser user, Map<String, Set<String>> attributes) {
    StoredUserWithAttributes result = new StoredUserWithAttributes(user);
    attributes.forEach(result::setAttribute);
    return result;
  }

  /** The same without dates: what finding by name gives. */
  UserTemplateWithAttributes withoutDates() {
    UserTemplateWithAttributes result =
        toUserWithNoAttributes((com.atlassian.crowd.model.user.User) this);
    getAttributes().forEach(result::setAttribute);
    return result;
  }

  @Override
  public Date getCreatedDate() {
    return new Date(created.getTime());
  }

  @Override
  public Date getUpdatedDate() {
    return new Date(updated.getTime());
  }
}
