package org.scimforcrowd.devhost.osgi.extender;

import org.eclipse.gemini.blueprint.context.DelegatedExecutionOsgiBundleApplicationContext;
import org.eclipse.gemini.blueprint.context.support.OsgiBundleXmlApplicationContext;
import org.eclipse.gemini.blueprint.extender.OsgiApplicationContextCreator;
import org.eclipse.gemini.blueprint.extender.support.ApplicationContextConfiguration;
import org.eclipse.gemini.blueprint.extender.support.scanning.DefaultConfigurationScanner;
import org.osgi.framework.BundleContext;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.xml.XmlBeanDefinitionReader;

/**
 * Makes the Spring context of a plugin as the plugin framework does: no XSD validation, no discovery of
 * parameter names. Runs inside Gemini's extender bundle, never on the host's class path.
 */
public final class QuietContextCreator implements OsgiApplicationContextCreator {
  @Override
  public DelegatedExecutionOsgiBundleApplicationContext createApplicationContext(
      BundleContext bundleContext) {
    ApplicationContextConfiguration configuration =
        new ApplicationContextConfiguration(
            bundleContext.getBundle(), new DefaultConfigurationScanner());
    if (!configuration.isSpringPoweredBundle()) {
      return null;
    }
    QuietContext context = new QuietContext(configuration.getConfigurationLocations());
    context.setBundleContext(bundleContext);
    context.setPublishContextAsService(configuration.isPublishContextAsService());
    return context;
  }

  private static final class QuietContext extends OsgiBundleXmlApplicationContext {
    QuietContext(String[] locations) {
      super(locations);
    }

    @Override
    protected void initBeanDefinitionReader(XmlBeanDefinitionReader reader) {
      super.initBeanDefinitionReader(reader);
      reader.setValidationMode(XmlBeanDefinitionReader.VALIDATION_NONE);
      reader.setNamespaceAware(true);
    }

    @Override
    protected void customizeBeanFactory(DefaultListableBeanFactory factory) {
      super.customizeBeanFactory(factory);
      factory.setParameterNameDiscoverer(null);
    }
  }
}
