package org.scimforcrowd.devhost.http;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who may call a plugin's servlet, by the annotations of com.atlassian.annotations.security. Since Platform
 * 7 a servlet without one is for licensed users only. Which class a Crowd looks at is not published, so it
 * is a switch.
 */
public final class AccessRules {
  private static final String PACKAGE = "com.atlassian.annotations.security.";

  /** Where the annotation is looked for. */
  public enum Place {
    /** On the class that the descriptor names; a {@code bean:} module names none. */
    CLASS,
    /** On the class of the object that serves. */
    BEAN,
    /** Nowhere: everybody may call every servlet, as before Platform 7. */
    OFF
  }

  /** What becomes of a request. */
  public enum Decision {
    ALLOWED,
    NOT_LOGGED_IN,
    FORBIDDEN
  }

  private final Place place;
  private final Predicate<String> isAdministrator;

  public AccessRules(Place place, Predicate<String> isAdministrator) {
    this.place = place;
    this.isAdministrator = isAdministrator;
  }

  /**
   * @param declared the class that the descriptor names
   * @param user the one who is logged in
   */
  Decision decide(Optional<Class<?>> declared, Object servlet, Optional<String> user) {
    String rule = place == Place.OFF ? "UnrestrictedAccess" : ruleOf(declared, servlet);
    return switch (rule) {
      case "UnrestrictedAccess" -> Decision.ALLOWED;
      case "AdminOnly", "SystemAdminOnly" ->
          user.isEmpty()
              ? Decision.NOT_LOGGED_IN
              : isAdministrator.test(user.get()) ? Decision.ALLOWED : Decision.FORBIDDEN;
      default -> user.isEmpty() ? Decision.NOT_LOGGED_IN : Decision.ALLOWED;
    };
  }

  private String ruleOf(Optional<Class<?>> declared, Object servlet) {
    Optional<Class<?>> type =
        place == Place.BEAN ? Optional.of(servlet.getClass()) : declared;
    return type.flatMap(AccessRules::annotationOf).orElse("LicensedOnly");
  }

  private static Optional<String> annotationOf(Class<?> type) {
    return Stream.of(type, type.getPackage())
        .flatMap(AccessRules::annotations)
        .map(annotation -> annotation.annotationType().getName())
        .filter(name -> name.startsWith(PACKAGE))
        .map(name -> name.substring(PACKAGE.length()))
        .findFirst();
  }

  private static Stream<Annotation> annotations(AnnotatedElement element) {
    return element == null ? Stream.empty() : Arrays.stream(element.getAnnotations());
  }
}
