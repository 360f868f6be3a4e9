package com.atlassian.crowd.model.group;

import com.atlassian.crowd.model.TimestampedEntity;

/** A group with dates. */
public interface TimestampedGroup extends Group, TimestampedEntity {}
