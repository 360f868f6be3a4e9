package org.scimforcrowd.devhost.http;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** A session as a plugin sees it: its calls run with the host's thread context class loader. */
final class HostSession implements InvocationHandler {
  private final Object session;
  private final ClassLoader host;

  HostSession(Object session, ClassLoader host) {
    this.session = session;
    this.host = host;
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(host);
    try {
      return method.invoke(session, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
