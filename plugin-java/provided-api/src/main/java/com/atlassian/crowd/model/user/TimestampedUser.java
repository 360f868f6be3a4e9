package com.atlassian.crowd.model.user;

import com.atlassian.crowd.model.TimestampedEntity;

/** A user with dates. */
public interface TimestampedUser extends User, TimestampedEntity {}
