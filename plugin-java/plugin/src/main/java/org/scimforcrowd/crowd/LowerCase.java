package org.scimforcrowd.crowd;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Locale;

/**
 * Crowd's own lower-casing of names; where Crowd does not offer it, English as Crowd's default is.
 */
public final class LowerCase {
  private final MethodHandle crowds;

  public LowerCase(ClassLoader host) {
    crowds = find(host);
  }

  public String of(String name) {
    if (crowds == null) {
      return name.toLowerCase(Locale.ENGLISH);
    }
    try {
      return (String) crowds.invokeExact(name);
    } catch (Throwable failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** True if it is Crowd's. */
  public boolean isCrowds() {
    return crowds != null;
  }

  private static MethodHandle find(ClassLoader host) {
    try {
      Class<?> utils =
          Class.forName("com.atlassian.crowd.embedded.impl.IdentifierUtils", true, host);
      return MethodHandles.publicLookup()
          .findStatic(utils, "toLowerCase", MethodType.methodType(String.class, String.class));
    } catch (ReflectiveOperationException | LinkageError absent) {
      return null;
    }
  }
}
