package org.scimforcrowd.devhost.osgi;

import java.util.Collection;
import java.util.List;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/**
 * Hides from plugins every package that is not public, as the plugin framework does since Platform 7.
 * Crowd's own list is not published; this one holds Atlassian's API, OSGi, slf4j, the servlet API and the
 * JDK, so a plugin that needs Spring or another library of the host is caught here.
 */
final class PublicPackages implements ResolverHookFactory {
  private static final List<String> PREFIXES =
      List.of(
          "com.atlassian.",
          "com.sun.",
          "jakarta.servlet",
          "java.",
          "javax.",
          "jdk.",
          "netscape.javascript",
          "org.ietf.jgss",
          "org.osgi.",
          "org.slf4j",
          "org.w3c.dom",
          "org.xml.sax",
          "sun.");

  private final long lastFrameworkBundle;

  /**
   * @param lastFrameworkBundle id of the last bundle of the framework; whatever is installed later is a
   *     plugin
   */
  PublicPackages(long lastFrameworkBundle) {
    this.lastFrameworkBundle = lastFrameworkBundle;
  }

  static boolean isPublic(String packageName) {
    return PREFIXES.stream().anyMatch(packageName::startsWith);
  }

  @Override
  public ResolverHook begin(Collection<BundleRevision> triggers) {
    return new Hook();
  }

  private boolean isPlugin(BundleRevision revision) {
    return revision.getBundle().getBundleId() > lastFrameworkBundle;
  }

  private final class Hook implements ResolverHook {
    @Override
    public void filterMatches(
        BundleRequirement requirement, Collection<BundleCapability> candidates) {
      if (isPlugin(requirement.getRevision())) {
        candidates.removeIf(candidate -> isHidden(candidate));
      }
    }

    private boolean isHidden(BundleCapability candidate) {
      Object name = candidate.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE);
      return name != null && !isPlugin(candidate.getRevision()) && !isPublic(name.toString());
    }

    @Override
    public void filterResolvable(Collection<BundleRevision> candidates) {
      // every bundle may be resolved
    }

    @Override
    public void filterSingletonCollisions(
        BundleCapability singleton, Collection<BundleCapability> candidates) {
      // no special rule for singletons
    }

    @Override
    public void end() {
      // nothing is kept between rounds
    }
  }
}
