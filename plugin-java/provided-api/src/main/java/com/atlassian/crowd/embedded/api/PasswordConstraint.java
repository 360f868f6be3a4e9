package com.atlassian.crowd.embedded.api;

/** A rule that passwords must keep. */
public interface PasswordConstraint {}
