package com.atlassian.crowd.model;

import java.util.Date;

/** Something with a date of birth. */
public interface TimestampedEntity {
  Date getCreatedDate();

  Date getUpdatedDate();
}
