package org.scimforcrowd.devhost.osgi;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Hashtable;
import org.osgi.framework.BundleContext;

/**
 * Registers the host's services as the plugin framework does: from the system bundle, under one interface,
 * behind a proxy that runs each call with the host's class loader as thread context class loader.
 */
final class HostServices {
  private final BundleContext systemBundle;

  HostServices(BundleContext systemBundle) {
    this.systemBundle = systemBundle;
  }

  /**
   * @param beanName the name that the service has in the host's Spring context
   * @param type the interface under which plugins see it
   */
  void register(String beanName, Class<?> type, Object service) {
    Hashtable<String, Object> properties = new Hashtable<>();
    properties.put("plugins-host", "true");
    properties.put("bean-name", beanName);
    systemBundle.registerService(type.getName(), proxy(type, service), properties);
  }

  private static Object proxy(Class<?> type, Object service) {
    ClassLoader host = HostServices.class.getClassLoader();
    InvocationHandler handler = (proxy, method, arguments) -> call(service, method, arguments);
    return Proxy.newProxyInstance(host, new Class<?>[] {type}, handler);
  }

  private static Object call(Object service, Method method, Object[] arguments) throws Throwable {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(HostServices.class.getClassLoader());
    try {
      return method.invoke(service, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
