package org.scimforcrowd.devhost.osgi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A servlet of an enabled plugin. It is created by the first request and lives until the plugin is disabled.
 * Knows neither of the two servlet APIs.
 */
public final class ServletModule {
  private static final Logger LOG = LoggerFactory.getLogger(ServletModule.class);

  /** Initialises a servlet and gives back how to destroy it. */
  public interface Starter {
    AutoCloseable start(Object servlet) throws Exception;
  }

  private final String pluginKey;
  private final PluginModule.Servlet element;
  private final ClassLoader loader;
  private final Optional<Class<?>> declaredClass;
  private final Callable<Object> factory;
  private final Map<String, Object> contextAttributes;
  private Object servlet;
  private AutoCloseable destroyer;
  private boolean ended;

  /**
   * @param declaredClass empty for a {@code bean:} module, whose class the descriptor does not tell
   * @param factory makes the servlet
   * @param contextAttributes the attributes of the servlet context, one map for a whole plugin
   */
  ServletModule(
      String pluginKey,
      PluginModule.Servlet element,
      ClassLoader loader,
      Optional<Class<?>> declaredClass,
      Callable<Object> factory,
      Map<String, Object> contextAttributes) {
    this.pluginKey = pluginKey;
    this.element = element;
    this.loader = loader;
    this.declaredClass = declaredClass;
    this.factory = factory;
    this.contextAttributes = contextAttributes;
  }

  public String pluginKey() {
    return pluginKey;
  }

  public String completeKey() {
    return pluginKey + ":" + element.key();
  }

  public List<String> patterns() {
    return element.patterns();
  }

  public Map<String, String> initParameters() {
    return element.initParameters();
  }

  /** The class loader of the plugin. */
  public ClassLoader loader() {
    return loader;
  }

  public Optional<Class<?>> declaredClass() {
    return declaredClass;
  }

  public Map<String, Object> contextAttributes() {
    return contextAttributes;
  }

  /** The servlet; after a failure the next request tries again. */
  public synchronized Object servlet(Starter starter) throws Exception {
    if (ended) {
      throw new IllegalStateException(completeKey() + " is disabled");
    }
    if (servlet == null) {
      Object created = factory.call();
      destroyer = starter.start(created);
      servlet = created;
    }
    return servlet;
  }

  synchronized void end() {
    ended = true;
    servlet = null;
    if (destroyer == null) {
      return;
    }
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      destroyer.close();
    } catch (Exception | LinkageError e) {
      LOG.warn("Destroying {} failed", completeKey(), e);
    } finally {
      destroyer = null;
      thread.setContextClassLoader(before);
    }
  }
}
