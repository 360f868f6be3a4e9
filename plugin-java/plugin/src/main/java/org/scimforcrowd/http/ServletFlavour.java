package org.scimforcrowd.http;

import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Optional;

/**
 * Chooses between the javax and the jakarta servlets at run time (ADR 0002); knows them by name
 * only.
 */
public enum ServletFlavour {
  JAVAX("Javax"),
  JAKARTA("Jakarta");

  private static final String USER_MANAGER = "com.atlassian.sal.api.user.UserManager";

  private final String prefix;

  ServletFlavour(String prefix) {
    this.prefix = prefix;
  }

  /**
   * What the host's own UserManager takes decides; else whichever API can be loaded; else jakarta.
   *
   * @param loader sees the host's classes
   */
  public static ServletFlavour of(ClassLoader loader) {
    return ofUserManager(loader).orElseGet(() -> ofPackages(loader));
  }

  /** javax or jakarta. */
  public String api() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A new servlet, e.g. `Scim`, in front of a door. Object: its superclass is one of two. */
  public Object newServlet(String name, Door door) {
    String type = "org.scimforcrowd.http." + api() + "." + prefix + name + "Servlet";
    try {
      return Class.forName(type, true, ServletFlavour.class.getClassLoader())
          .getConstructor(door.getClass())
          .newInstance(door);
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException("cannot make the servlet " + type, failure);
    }
  }

  private static Optional<ServletFlavour> ofUserManager(ClassLoader loader) {
    try {
      for (Method method : Class.forName(USER_MANAGER, false, loader).getMethods()) {
        for (Class<?> parameter : method.getParameterTypes()) {
          if (parameter.getName().endsWith(".servlet.http.HttpServletRequest")) {
            return Optional.of(parameter.getName().startsWith("javax.") ? JAVAX : JAKARTA);
          }
        }
      }
    } catch (ClassNotFoundException | LinkageError unknown) {
      // a host whose SAL cannot be read says nothing
    }
    return Optional.empty();
  }

  private static ServletFlavour ofPackages(ClassLoader loader) {
    return isLoadable("javax", loader) && !isLoadable("jakarta", loader) ? JAVAX : JAKARTA;
  }

  private static boolean isLoadable(String api, ClassLoader loader) {
    try {
      Class.forName(api + ".servlet.http.HttpServlet", false, loader);
      return true;
    } catch (ClassNotFoundException | LinkageError absent) {
      return false;
    }
  }
}
