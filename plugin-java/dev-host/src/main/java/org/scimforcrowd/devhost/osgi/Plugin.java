package org.scimforcrowd.devhost.osgi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;

/** An installed plugin and what is known of it now. Guarded by the lock of {@link Plugins}. */
final class Plugin {
  final PluginJar jar;
  final Bundle bundle;
  final List<ServletModule> servlets = new ArrayList<>();
  final Map<String, Object> contextAttributes = new ConcurrentHashMap<>();
  PluginState state = PluginState.DISABLED;
  String problem = "";

  Plugin(PluginJar jar, Bundle bundle) {
    this.jar = jar;
    this.bundle = bundle;
  }

  void fail(PluginState newState, String newProblem) {
    state = newState;
    problem = newProblem;
  }

  PluginView view() {
    return new PluginView(jar.descriptor(), jar.key(), jar.version(), state, problem);
  }
}
