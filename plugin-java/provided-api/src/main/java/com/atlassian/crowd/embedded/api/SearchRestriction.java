package com.atlassian.crowd.embedded.api;

/** What a search asks for. */
public interface SearchRestriction {}
