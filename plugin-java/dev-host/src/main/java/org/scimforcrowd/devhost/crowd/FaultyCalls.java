package org.scimforcrowd.devhost.crowd;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.scimforcrowd.devhost.Crowd.Strike;

/** One of Crowd's managers as plugins get it: calls fail where a fault is armed. */
final class FaultyCalls implements InvocationHandler {
  private final Object manager;
  private final Faults faults;

  private FaultyCalls(Object manager, Faults faults) {
    this.manager = manager;
    this.faults = faults;
  }

  static <T> T of(Class<T> type, T manager, Faults faults) {
    FaultyCalls calls = new FaultyCalls(manager, faults);
    return type.cast(
        Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, calls));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return carriedOut(method, arguments);
    }
    Strike strike = faults.next();
    if (strike == Strike.BEFORE || strike == Strike.CUT) {
      throw new DatabaseException("A fault was asked for before " + method.getName());
    }
    Object result = carriedOut(method, arguments);
    if (strike == Strike.AFTER) {
      throw new DatabaseException("A fault was asked for after " + method.getName());
    }
    return result;
  }

  private Object carriedOut(Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(manager, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
