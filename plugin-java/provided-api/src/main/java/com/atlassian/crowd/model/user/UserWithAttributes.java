package com.atlassian.crowd.model.user;

/** A user with attributes. */
public interface UserWithAttributes
    extends User, com.atlassian.crowd.embedded.api.UserWithAttributes {}
