package org.scimforcrowd.devhost.crowd;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.scimforcrowd.devhost.Crowd.Strike;
import org.scimforcrowd.devhost.Recordings;

/** One of Crowd's managers as plugins get it: calls fail where a fault is armed, and can be recorded. */
final class FaultyCalls implements InvocationHandler {
  private final Object manager;
  private final Faults faults;
  private final Recordings recordings;

  private FaultyCalls(Object manager, Faults faults, Recordings recordings) {
    this.manager = manager;
    this.faults = faults;
    this.recordings = recordings;
  }

  static <T> T of(Class<T> type, T manager, Faults faults, Recordings recordings) {
    FaultyCalls calls = new FaultyCalls(manager, faults, recordings);
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
    Object result = recorded(method, arguments);
    if (strike == Strike.AFTER) {
      throw new DatabaseException("A fault was asked for after " + method.getName());
    }
    return result;
  }

  private Object recorded(Method method, Object[] arguments) throws Throwable {
    Throwable failure = null;
    try {
      return carriedOut(method, arguments);
    } catch (Throwable e) {
      failure = e;
      throw e;
    } finally {
      recordings.note(manager, method, arguments, failure);
    }
  }

  private Object carriedOut(Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(manager, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
