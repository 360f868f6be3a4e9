package org.scimforcrowd.devhost.crowd;

import com.atlassian.crowd.model.group.Group;
import com.atlassian.crowd.model.group.GroupTemplateWithAttributes;
import com.atlassian.crowd.model.group.InternalDirectoryGroup;
import java.util.Date;
import java.util.Map;
import java.util.Set;

/** A group with dates and attributes, as a search for GroupWithAttributes gives it. */
final class StoredGroupWithAttributes extends GroupTemplateWithAttributes
    implements InternalDirectoryGroup {
  private static final long serialVersionUID = 1L;

  private final Date created;
  private final Date updated;

  private StoredGroupWithAttributes(StoredGroup group) {
    super(group.getName(), group.getDirectoryId(), group.getType());
    setActive(group.isActive());
    setLocal(group.isLocal());
    setDescription(group.getDescription());
    setExternalId(group.getExternalId());
    created = group.getCreatedDate();
    updated = group.getUpdatedDate();
  }

  static StoredGroupWithAttributes of(StoredGroup group, Map<String, Set<String>> attributes) {
    StoredGroupWithAttributes result = new StoredGroupWithAttributes(group);
    attributes.forEach(result::setAttribute);
    return result;
  }

  /** The same without dates: what finding by name gives. */
  GroupTemplateWithAttributes withoutDates() {
    GroupTemplateWithAttributes result = ofGroupWithNoAttributes((Group) this);
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
