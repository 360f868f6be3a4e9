package org.scimforcrowd.devhost.osgi;

import java.lang.reflect.InvocationTargetException;

/** The Spring context of a plugin. The host has no Spring class of its own, so all calls are reflective. */
final class SpringContext {
  private static final int AUTOWIRE_CONSTRUCTOR = 3;

  private final Object context;

  SpringContext(Object context) {
    this.context = context;
  }

  Object bean(String name) throws Exception {
    return unwrapped(
        () -> context.getClass().getMethod("getBean", String.class).invoke(context, name));
  }

  /** A new object of a class, its constructor's parameters taken from the context by type. */
  Object create(Class<?> type) throws Exception {
    return unwrapped(
        () -> {
          Object factory =
              context.getClass().getMethod("getAutowireCapableBeanFactory").invoke(context);
          return factory
              .getClass()
              .getMethod("createBean", Class.class, int.class, boolean.class)
              .invoke(factory, type, AUTOWIRE_CONSTRUCTOR, false);
        });
  }

  private interface Call {
    Object call() throws ReflectiveOperationException;
  }

  private static Object unwrapped(Call call) throws Exception {
    try {
      return call.call();
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    }
  }
}
