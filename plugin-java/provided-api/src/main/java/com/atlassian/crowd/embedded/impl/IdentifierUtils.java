package com.atlassian.crowd.embedded.impl;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** How Crowd compares names: lower-cased in the language of {@code -Dcrowd.identifier.language}. */
public final class IdentifierUtils {
  private IdentifierUtils() {}

  /** The lower-cased name; null stays null. */
  public static String toLowerCase(String identifier) {
    return identifier == null ? null : identifier.toLowerCase(locale());
  }

  public static Set<String> toLowerCase(Collection<? extends String> identifiers) {
    return identifiers.stream().map(IdentifierUtils::toLowerCase).collect(Collectors.toSet());
  }

  public static int compareToInLowerCase(String identifier1, String identifier2) {
    return toLowerCase(identifier1).compareTo(toLowerCase(identifier2));
  }

  public static boolean equalsInLowerCase(String identifier1, String identifier2) {
    return toLowerCase(identifier1).equals(toLowerCase(identifier2));
  }

  public static boolean hasLeadingOrTrailingWhitespace(String s) {
    return !s.isEmpty()
        && (Character.isWhitespace(s.charAt(0))
            || Character.isWhitespace(s.charAt(s.length() - 1)));
  }

  private static Locale locale() {
    String language = System.getProperty("crowd.identifier.language");
    return language == null || language.isBlank() ? Locale.ENGLISH : new Locale(language);
  }
}
