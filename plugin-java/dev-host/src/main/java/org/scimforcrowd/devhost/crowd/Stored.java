package org.scimforcrowd.devhost.crowd;

import java.util.Date;

/** A row of a user or group. */
interface Stored {
  long id();

  String getName();

  Date getCreatedDate();

  Date getUpdatedDate();
}
