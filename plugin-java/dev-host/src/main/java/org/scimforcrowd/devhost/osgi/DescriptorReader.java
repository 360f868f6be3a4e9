package org.scimforcrowd.devhost.osgi;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads atlassian-plugin.xml. */
final class DescriptorReader {
  private static final int DEFAULT_WEIGHT = 1000;
  private static final Set<String> NOT_MODULES = Set.of("plugin-info", "resource");

  private DescriptorReader() {}

  static PluginDescriptor read(InputStream xml) throws PluginRefusedException {
    try {
      Element root = parser().parse(xml).getDocumentElement();
      return descriptor(root);
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new PluginRefusedException(
          "atlassian-plugin.xml cannot be read: " + e.getMessage(), e);
    }
  }

  private static DocumentBuilder parser() throws ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    DocumentBuilder parser = factory.newDocumentBuilder();
    parser.setErrorHandler(new DefaultHandler());
    return parser;
  }

  private static PluginDescriptor descriptor(Element root) {
    Element info = child(root, "plugin-info");
    Element vendor = info == null ? null : child(info, "vendor");
    return new PluginDescriptor(
        root.getAttribute("key"),
        root.getAttribute("name"),
        either(root, "plugins-version", "pluginsVersion"),
        info == null ? "" : text(info, "description"),
        vendor == null ? "" : vendor.getAttribute("name"),
        info == null ? Map.of() : parameters(info),
        modules(root),
        resources(root));
  }

  private static List<PluginModule> modules(Element root) {
    return children(root).stream()
        .filter(element -> !NOT_MODULES.contains(element.getTagName()))
        .map(DescriptorReader::module)
        .toList();
  }

  private static PluginModule module(Element element) {
    String key = element.getAttribute("key");
    return switch (element.getTagName()) {
      case "servlet" ->
          new PluginModule.Servlet(
              key, element.getAttribute("class"), patterns(element), initParameters(element));
      case "web-item" ->
          new PluginModule.WebItem(
              key,
              element.getAttribute("section"),
              weight(element),
              text(element, "label"),
              text(element, "link"));
      case "web-section" ->
          new PluginModule.WebSection(
              key, element.getAttribute("location"), weight(element), text(element, "label"));
      case "web-resource" -> new PluginModule.WebResource(key, resources(element));
      default -> new PluginModule.Unknown(key, element.getTagName());
    };
  }

  private static List<String> patterns(Element servlet) {
    return children(servlet, "url-pattern").stream().map(e -> e.getTextContent().trim()).toList();
  }

  private static Map<String, String> initParameters(Element servlet) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (Element parameter : children(servlet, "init-param")) {
      parameters.put(text(parameter, "param-name"), text(parameter, "param-value"));
    }
    return parameters;
  }

  private static List<PluginModule.Resource> resources(Element parent) {
    return children(parent, "resource").stream()
        .filter(resource -> resource.getAttribute("type").equals("download"))
        .map(
            resource ->
                new PluginModule.Resource(
                    resource.getAttribute("name"),
                    resource.getAttribute("location"),
                    parameters(resource).getOrDefault("content-type", "")))
        .toList();
  }

  private static Map<String, String> parameters(Element parent) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (Element parameter : children(parent, "param")) {
      String value = parameter.getAttribute("value");
      parameters.put(
          parameter.getAttribute("name"),
          value.isEmpty() ? parameter.getTextContent().trim() : value);
    }
    return parameters;
  }

  private static int weight(Element element) {
    try {
      return Integer.parseInt(element.getAttribute("weight"));
    } catch (NumberFormatException e) {
      return DEFAULT_WEIGHT;
    }
  }

  private static String either(Element element, String name, String otherName) {
    return element.hasAttribute(name)
        ? element.getAttribute(name)
        : element.getAttribute(otherName);
  }

  private static String text(Element parent, String name) {
    Element child = child(parent, name);
    return child == null ? "" : child.getTextContent().trim();
  }

  private static Element child(Element parent, String name) {
    return children(parent, name).stream().findFirst().orElse(null);
  }

  private static List<Element> children(Element parent, String name) {
    return children(parent).stream().filter(e -> e.getTagName().equals(name)).toList();
  }

  private static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }
}
