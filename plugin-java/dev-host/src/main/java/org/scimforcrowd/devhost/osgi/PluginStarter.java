package org.scimforcrowd.devhost.osgi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.BundleWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Enables and disables one plugin in the plugin framework's order. */
final class PluginStarter {
  private static final Logger LOG = LoggerFactory.getLogger(PluginStarter.class);

  private final SpringContexts contexts;
  private final ServletModules servlets;
  private final int patienceSeconds;

  /**
   * @param patienceSeconds how long a plugin's Spring context may take
   */
  PluginStarter(SpringContexts contexts, ServletModules servlets, int patienceSeconds) {
    this.contexts = contexts;
    this.servlets = servlets;
    this.patienceSeconds = patienceSeconds;
  }

  /** Bundle, then context, then modules in descriptor order. A failure is written into the plugin. */
  void enable(Plugin plugin) {
    plugin.state = PluginState.ENABLING;
    plugin.problem = "";
    CompletableFuture<SpringContext> context = contexts.expect(plugin.bundle);
    try {
      plugin.bundle.start();
      SpringContext ready = plugin.jar.hasSpring() ? await(context) : null;
      enableModules(plugin, Optional.ofNullable(ready));
    } catch (BundleException e) {
      stop(plugin);
      plugin.fail(PluginState.DISABLED, Reasons.of(e));
    } catch (ContextException e) {
      stop(plugin);
      plugin.fail(PluginState.DISABLED, e.getMessage());
    } finally {
      contexts.forget(plugin.bundle);
    }
    if (plugin.state != PluginState.ENABLED) {
      LOG.error("Plugin {} is not enabled: {}", plugin.jar.key(), plugin.problem);
    }
  }

  /** Modules in reverse order while the context is still alive, then the bundle. */
  void disable(Plugin plugin) {
    endServlets(plugin);
    stop(plugin);
    plugin.state = PluginState.DISABLED;
  }

  private SpringContext await(CompletableFuture<SpringContext> context) throws ContextException {
    try {
      return context.get(patienceSeconds, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new ContextException(Reasons.of(e.getCause()));
    } catch (TimeoutException e) {
      throw new ContextException("no answer within " + patienceSeconds + " seconds");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ContextException("interrupted");
    }
  }

  private void enableModules(Plugin plugin, Optional<SpringContext> context) {
    try {
      for (PluginModule module : plugin.jar.descriptor().modules()) {
        if (module instanceof PluginModule.Servlet servlet) {
          enableServlet(plugin, servlet, context);
        }
      }
      plugin.state = PluginState.ENABLED;
    } catch (ClassNotFoundException | IllegalArgumentException | LinkageError e) {
      endServlets(plugin);
      stop(plugin);
      plugin.fail(PluginState.UNLOADABLE, "A module could not be enabled: " + Reasons.of(e));
    }
  }

  private void enableServlet(
      Plugin plugin, PluginModule.Servlet element, Optional<SpringContext> context)
      throws ClassNotFoundException {
    if (element.patterns().isEmpty() || element.className().isEmpty()) {
      throw new IllegalArgumentException(
          "servlet '" + element.key() + "' needs a class and at least one url-pattern");
    }
    Optional<Class<?>> declared =
        element.isBean()
            ? Optional.empty()
            : Optional.of(plugin.bundle.loadClass(element.declaredClass()));
    ServletModule module =
        new ServletModule(
            plugin.jar.key(),
            element,
            plugin.bundle.adapt(BundleWiring.class).getClassLoader(),
            declared,
            factory(plugin, element, declared, context),
            plugin.contextAttributes);
    plugin.servlets.add(module);
    servlets.add(module);
  }

  private static Callable<Object> factory(
      Plugin plugin,
      PluginModule.Servlet element,
      Optional<Class<?>> declared,
      Optional<SpringContext> context) {
    return () -> {
      SpringContext container =
          context.orElseThrow(
              () ->
                  new UnsupportedOperationException(
                      "Plugin '" + plugin.jar.key() + "' has no container"));
      return declared.isPresent()
          ? container.create(declared.get())
          : container.bean(element.beanName());
    };
  }

  private void endServlets(Plugin plugin) {
    List<ServletModule> reverse = new ArrayList<>(plugin.servlets);
    Collections.reverse(reverse);
    for (ServletModule module : reverse) {
      servlets.remove(module);
      module.end();
    }
    plugin.servlets.clear();
    plugin.contextAttributes.clear();
  }

  private static void stop(Plugin plugin) {
    try {
      plugin.bundle.stop();
    } catch (BundleException e) {
      LOG.warn("Stopping the bundle of {} failed", plugin.jar.key(), e);
    }
  }

  /** A plugin's Spring context did not come up. */
  private static final class ContextException extends Exception {
    ContextException(String reason) {
      super("Unable to start the plugin container for plugin: " + reason);
    }
  }
}
