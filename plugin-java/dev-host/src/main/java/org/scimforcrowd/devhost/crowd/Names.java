package org.scimforcrowd.devhost.crowd;

import com.atlassian.crowd.embedded.impl.IdentifierUtils;
import com.atlassian.crowd.model.user.UserTemplate;

/** What Crowd does to names and values before it stores them. */
final class Names {
  static final int LIMIT = 255;

  private Names() {}

  /** The value, silently cut to 255 characters that end in three dots. */
  static String cut(String value) {
    return value == null || value.length() <= LIMIT ? value : value.substring(0, LIMIT - 3) + "...";
  }

  static String lower(String value) {
    return IdentifierUtils.toLowerCase(value);
  }

  /**
   * What is wrong with a name of a user or group, or null. A blank one is an
   * IllegalArgumentException.
   */
  static String problem(String name) {
    requireText(name);
    if (IdentifierUtils.hasLeadingOrTrailingWhitespace(name)) {
      return "The name may not contain leading or trailing whitespace";
    }
    return name.length() > LIMIT ? "The name is longer than " + LIMIT + " characters" : null;
  }

  static void requireText(String name) {
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException("The name may not be null or blank");
    }
  }

  /** A copy whose first, last and display names are filled in, and whose values are cut. */
  static UserTemplate populate(UserTemplate user) {
    UserTemplate filled = new UserTemplate((com.atlassian.crowd.model.user.User) user);
    String display = displayName(user);
    filled.setDisplayName(cut(display));
    filled.setFirstName(
        cut(isBlank(user.getFirstName()) ? beforeLastWord(display) : user.getFirstName()));
    filled.setLastName(cut(isBlank(user.getLastName()) ? lastWord(display) : user.getLastName()));
    filled.setEmailAddress(cut(user.getEmailAddress()));
    return filled;
  }

  private static String displayName(UserTemplate user) {
    if (!isBlank(user.getDisplayName())) {
      return user.getDisplayName();
    }
    String full = (text(user.getFirstName()) + " " + text(user.getLastName())).strip();
    return full.isEmpty() ? user.getName() : full;
  }

  private static String lastWord(String words) {
    return words.substring(words.lastIndexOf(' ') + 1);
  }

  private static String beforeLastWord(String words) {
    return words.substring(0, Math.max(0, words.lastIndexOf(' ')));
  }

  private static boolean isBlank(String value) {
    return value == null || value.isBlank();
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
