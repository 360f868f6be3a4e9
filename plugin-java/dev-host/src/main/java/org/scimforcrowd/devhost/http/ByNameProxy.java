package org.scimforcrowd.devhost.http;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Optional;

/**
 * Implements an interface by an object that has methods of the same names. Interfaces of SAL name servlet
 * types of one flavour; the object takes {@code Object} in their place, so that one source serves both.
 */
final class ByNameProxy implements InvocationHandler {
  private final Object target;

  private ByNameProxy(Object target) {
    this.target = target;
  }

  static <T> T of(Class<T> type, Object target) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, new ByNameProxy(target)));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    Optional<Method> own = ownMethod(method);
    if (own.isEmpty() && method.isDefault()) {
      return InvocationHandler.invokeDefault(proxy, method, arguments);
    }
    try {
      return own.orElseThrow(() -> new UnsupportedOperationException(method.toString()))
          .invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private Optional<Method> ownMethod(Method method) {
    return Arrays.stream(target.getClass().getMethods())
        .filter(own -> own.getName().equals(method.getName()))
        .filter(own -> takes(own.getParameterTypes(), method.getParameterTypes()))
        .findFirst()
        .map(ByNameProxy::opened);
  }

  private static Method opened(Method method) {
    method.setAccessible(true);
    return method;
  }

  /** Servlet types stand for Object, all others for themselves. */
  private static boolean takes(Class<?>[] own, Class<?>[] asked) {
    if (own.length != asked.length) {
      return false;
    }
    for (int i = 0; i < own.length; i++) {
      boolean servletType = asked[i].getName().contains(".servlet.");
      boolean same = servletType ? own[i] == Object.class : own[i] == asked[i];
      if (!same) {
        return false;
      }
    }
    return true;
  }
}
