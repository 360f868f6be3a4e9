package com.atlassian.crowd.embedded.api;

/** A group with attributes. */
public interface GroupWithAttributes extends Group, Attributes {}
