package org.scimforcrowd.devhost.crowd;

import com.atlassian.crowd.model.group.GroupTemplate;
import com.atlassian.crowd.model.group.GroupType;
import com.atlassian.crowd.model.group.InternalDirectoryGroup;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Date;

/** A group with dates, as find and search give it. */
final class StoredGroup extends GroupTemplate implements InternalDirectoryGroup, Stored {
  private static final long serialVersionUID = 1L;

  private final long id;
  private final Date created;
  private final Date updated;

  private StoredGroup(ResultSet row) throws SQLException {
    super(
        row.getString("group_name"),
        row.getLong("directory_id"),
        GroupType.valueOf(row.getString("group_type")));
    id = row.getLong("id");
    created = Session.date(row, "created_date");
    updated = Session.date(row, "updated_date");
  }

  static StoredGroup read(ResultSet row) throws SQLException {
    StoredGroup group = new StoredGroup(row);
    group.setActive(Session.flag(row, "active"));
    group.setLocal(Session.flag(row, "is_local"));
    group.setDescription(row.getString("description"));
    group.setExternalId(row.getString("external_id"));
    return group;
  }

  @Override
  public long id() {
    return id;
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
