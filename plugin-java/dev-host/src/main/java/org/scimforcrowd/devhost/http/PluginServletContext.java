package org.scimforcrowd.devhost.http;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.util.Collections;
import java.util.Map;
import org.scimforcrowd.devhost.osgi.ServletModule;

/**
 * The servlet context that a plugin sees: attributes of its own, resources from the plugin first, all else
 * from the host. Written without a type of either servlet API.
 */
final class PluginServletContext implements InvocationHandler {
  private final ServletModule module;
  private final Object host;

  PluginServletContext(ServletModule module, Object host) {
    this.module = module;
    this.host = host;
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    Map<String, Object> attributes = module.contextAttributes();
    return switch (method.getName()) {
      case "getAttribute" -> attributes.get((String) arguments[0]);
      case "getAttributeNames" -> Collections.enumeration(attributes.keySet());
      case "removeAttribute" -> done(attributes.remove((String) arguments[0]));
      case "setAttribute" -> setAttribute((String) arguments[0], arguments[1]);
      case "getResource" -> firstOf(resource(arguments), method, arguments);
      case "getResourceAsStream" -> {
        URL resource = resource(arguments);
        yield resource == null ? onHost(method, arguments) : resource.openStream();
      }
      default -> onHost(method, arguments);
    };
  }

  private Object setAttribute(String name, Object value) {
    return done(
        value == null
            ? module.contextAttributes().remove(name)
            : module.contextAttributes().put(name, value));
  }

  private static Object done(Object ignored) {
    return null;
  }

  private URL resource(Object[] arguments) {
    return module.loader().getResource(arguments[0].toString().replaceFirst("^/+", ""));
  }

  private Object firstOf(Object found, Method method, Object[] arguments) throws Throwable {
    return found == null ? onHost(method, arguments) : found;
  }

  private Object onHost(Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(host, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
