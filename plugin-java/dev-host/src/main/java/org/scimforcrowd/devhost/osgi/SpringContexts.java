package org.scimforcrowd.devhost.osgi;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Learns from Gemini, which makes contexts on threads of its own, when a plugin's context is there. */
final class SpringContexts {
  private static final String LISTENER =
      "org.eclipse.gemini.blueprint.context.event.OsgiBundleApplicationContextListener";

  private final Map<Long, CompletableFuture<SpringContext>> expected = new ConcurrentHashMap<>();

  SpringContexts(BundleContext systemBundle) throws ClassNotFoundException {
    Class<?> type = listenerType(systemBundle);
    Object listener =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "onOsgiApplicationEvent" -> take(arguments[0]);
                  case "hashCode" -> System.identityHashCode(proxy);
                  case "equals" -> proxy == arguments[0];
                  default -> "plugin context listener";
                });
    systemBundle.registerService(LISTENER, listener, null);
  }

  private static Class<?> listenerType(BundleContext systemBundle) throws ClassNotFoundException {
    Bundle core =
        Arrays.stream(systemBundle.getBundles())
            .filter(b -> "org.eclipse.gemini.blueprint.core".equals(b.getSymbolicName()))
            .findFirst()
            .orElseThrow(() -> new ClassNotFoundException(LISTENER));
    return core.loadClass(LISTENER);
  }

  /** To be called before the bundle is started; ends with the context or with why there is none. */
  CompletableFuture<SpringContext> expect(Bundle bundle) {
    CompletableFuture<SpringContext> context = new CompletableFuture<>();
    expected.put(bundle.getBundleId(), context);
    return context;
  }

  void forget(Bundle bundle) {
    expected.remove(bundle.getBundleId());
  }

  private Object take(Object event) throws ReflectiveOperationException {
    Bundle bundle = (Bundle) property(event, "getBundle");
    CompletableFuture<SpringContext> context = expected.get(bundle.getBundleId());
    if (context == null) {
      return null;
    }
    switch (event.getClass().getSimpleName()) {
      case "OsgiBundleContextRefreshedEvent" ->
          context.complete(new SpringContext(property(event, "getApplicationContext")));
      case "OsgiBundleContextFailedEvent" ->
          context.completeExceptionally((Throwable) property(event, "getFailureCause"));
      default -> {
        // closed: the plugin was stopped
      }
    }
    return null;
  }

  private static Object property(Object event, String getter) throws ReflectiveOperationException {
    return event.getClass().getMethod(getter).invoke(event);
  }
}
