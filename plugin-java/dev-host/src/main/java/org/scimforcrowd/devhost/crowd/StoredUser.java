package org.scimforcrowd.devhost.crowd;

import com.atlassian.crowd.model.user.TimestampedUser;
import com.atlassian.crowd.model.user.UserTemplate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Date;

/** A user with dates, as find and search give it. */
final class StoredUser extends UserTemplate implements TimestampedUser, Stored {
  private static final long serialVersionUID = 1L;

  private final long id;
  private final String credential;
  private final Date created;
  private final Date updated;

  private StoredUser(ResultSet row) throws SQLException {
    super(row.getString("user_name"), row.getLong("directory_id"));
    id = row.getLong("id");
    credential = row.getString("credential");
    created = Session.date(row, "created_date");
    updated = Session.date(row, "updated_date");
  }

  static StoredUser read(ResultSet row) throws SQLException {
    StoredUser user = new StoredUser(row);
    user.setActive(Session.flag(row, "active"));
    user.setEmailAddress(row.getString("email_address"));
    user.setFirstName(row.getString("first_name"));
    user.setLastName(row.getString("last_name"));
    user.setDisplayName(row.getString("display_name"));
    user.setExternalId(row.getString("external_id"));
    return user;
  }

  @Override
  public long id() {
    return id;
  }

  String credential() {
    return credential;
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
