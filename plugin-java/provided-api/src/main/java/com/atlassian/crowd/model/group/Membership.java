package com.atlassian.crowd.model.group;

import java.util.Set;

/** A group and the names of its direct members. */
public interface Membership {
  String getGroupName();

  Set<String> getUserNames();

  Set<String> getChildGroupNames();

  /** Memberships could not be read on. */
  class MembershipIterationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MembershipIterationException(Throwable cause) {
      super(cause);
    }
  }
}
