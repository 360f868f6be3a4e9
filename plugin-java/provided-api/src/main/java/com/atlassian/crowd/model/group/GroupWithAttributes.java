package com.atlassian.crowd.model.group;

import com.atlassian.crowd.embedded.api.Attributes;

/** A group with attributes. */
public interface GroupWithAttributes extends Attributes, Group {}
