package org.scimforcrowd.devhost.osgi;

import java.util.List;
import java.util.Map;

/** One element of atlassian-plugin.xml, as read. */
public sealed interface PluginModule {
  String key();

  /**
   * @param className {@code bean:<name>}, {@code class:<name>} or a plain class name
   * @param patterns paths below /plugins/servlet
   */
  record Servlet(
      String key, String className, List<String> patterns, Map<String, String> initParameters)
      implements PluginModule {
    static final String BEAN = "bean:";

    boolean isBean() {
      return className.startsWith(BEAN);
    }

    String beanName() {
      return className.substring(BEAN.length());
    }

    String declaredClass() {
      return className.startsWith("class:") ? className.substring("class:".length()) : className;
    }
  }

  /** A link in a menu; the lowest weight comes first. */
  record WebItem(String key, String section, int weight, String label, String link)
      implements PluginModule {}

  /** A group of links. */
  record WebSection(String key, String location, int weight, String label)
      implements PluginModule {}

  /** Files that the host serves under /download/resources. */
  record WebResource(String key, List<Resource> resources) implements PluginModule {}

  /** What the stand-in has no use for; it is shown, and it is no fault. */
  record Unknown(String key, String element) implements PluginModule {}

  /**
   * A file of the JAR, or with a name that ends in a slash a folder.
   *
   * @param contentType empty where the descriptor gives none
   */
  record Resource(String name, String location, String contentType) {}
}
