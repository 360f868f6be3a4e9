package org.scimforcrowd.devhost.http;

import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Enumeration;
import javax.servlet.ServletConfig;
import javax.servlet.ServletContext;
import org.scimforcrowd.devhost.osgi.ServletModule;

/** The configuration that a plugin's servlet is initialised with. */
final class JavaxPluginConfig implements ServletConfig {
  private final ServletModule module;
  private final ServletContext context;

  JavaxPluginConfig(ServletModule module, ServletContext host) {
    this.module = module;
    context =
        (ServletContext)
            Proxy.newProxyInstance(
                ServletContext.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                new PluginServletContext(module, host));
  }

  @Override
  public String getServletName() {
    return module.completeKey();
  }

  @Override
  public ServletContext getServletContext() {
    return context;
  }

  @Override
  public String getInitParameter(String name) {
    return module.initParameters().get(name);
  }

  @Override
  public Enumeration<String> getInitParameterNames() {
    return Collections.enumeration(module.initParameters().keySet());
  }
}
