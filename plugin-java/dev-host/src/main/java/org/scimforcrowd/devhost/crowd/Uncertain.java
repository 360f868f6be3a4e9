package org.scimforcrowd.devhost.crowd;

import java.util.Locale;

/**
 * What is not known for sure about Crowd and matters to the app. Each is true or false, read from
 * the system property {@code devhost.uncertain.<name in lower case>}; tests try both.
 */
public enum Uncertain {
  /** Renaming a group also renames it where an application maps it or it carries rights. */
  GROUP_RENAME_REWRITES_MAPPINGS(false),
  /** A group's updated date moves when a member comes or goes. */
  MEMBERSHIP_MOVES_GROUP_UPDATED(false),
  /** A group's updated date moves when its attributes are stored. */
  ATTRIBUTES_MOVE_GROUP_UPDATED(true),
  /**
   * Two simultaneous additions of one name: the loser gets an unchecked exception; else "already
   * exists".
   */
  UNIQUE_RACE_IS_UNCHECKED(true),
  /**
   * A stopped database: an unchecked exception; else OperationFailedException where it is declared.
   */
  STOPPED_DATABASE_IS_UNCHECKED(true),
  /**
   * updateUser refuses a template without the stored external id; else a missing one is filled in.
   */
  UPDATE_USER_NEEDS_EXTERNAL_ID(false),
  /** Users from find…WithAttributes… and addUser carry dates (groups never do). */
  FOUND_USER_WITH_ATTRIBUTES_HAS_DATES(false),
  /**
   * A new attribute value that differs from a stored one only in case is stored; else the old one
   * stays.
   */
  ATTRIBUTE_CASE_CHANGE_IS_STORED(true),
  /**
   * A backslash in a search value stands for itself; else it escapes what follows, as LIKE does by
   * default.
   */
  LIKE_BACKSLASH_IS_LITERAL(true),
  /** Calls on an inactive directory are served; else OperationFailedException. */
  INACTIVE_DIRECTORY_IS_SERVED(true),
  /** A user who is added with a credential carries attributes about the password from the start. */
  ADDED_USER_CARRIES_PASSWORD_ATTRIBUTES(false),
  /** Plugins can look up AuditLogContext. */
  AUDIT_LOG_CONTEXT_IS_OFFERED(true),
  /** ApplicationProperties tells the shared home. */
  SHARED_HOME_IS_TOLD(true);

  private final boolean usual;

  Uncertain(boolean usual) {
    this.usual = usual;
  }

  /** The system property that decides. */
  public String property() {
    return "devhost.uncertain." + name().toLowerCase(Locale.ENGLISH);
  }

  /** What the stand-in does now. */
  public boolean holds() {
    String told = System.getProperty(property());
    return told == null ? usual : Boolean.parseBoolean(told);
  }
}
