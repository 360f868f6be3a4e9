package org.scimforcrowd.devhost.osgi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Writes the fragment bundle that makes Gemini's extender create contexts as the plugin framework does. */
final class ExtenderFragment {
  private static final String FOLDER = "org/scimforcrowd/devhost/osgi/extender/";
  private static final List<String> CLASS_FILES =
      List.of("QuietContextCreator.class", "QuietContextCreator$QuietContext.class");
  private static final String CONFIGURATION =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <beans xmlns="http://www.springframework.org/schema/beans"
             xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
             xsi:schemaLocation="http://www.springframework.org/schema/beans http://www.springframework.org/schema/beans/spring-beans.xsd">
        <bean id="applicationContextCreator"
              class="org.scimforcrowd.devhost.osgi.extender.QuietContextCreator"/>
      </beans>
      """;

  private ExtenderFragment() {}

  static void write(Path target) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(target), manifest())) {
      for (String name : CLASS_FILES) {
        JarEntries.put(out, FOLDER + name, classFile(FOLDER + name));
      }
      JarEntries.put(
          out,
          "META-INF/spring/extender/devhost.xml",
          CONFIGURATION.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static byte[] classFile(String name) throws IOException {
    try (InputStream in = ExtenderFragment.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("not on the class path: " + name);
      }
      return in.readAllBytes();
    }
  }

  private static Manifest manifest() {
    Manifest manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.putValue("Bundle-ManifestVersion", "2");
    headers.putValue("Bundle-SymbolicName", "org.scimforcrowd.devhost.extender-fragment");
    headers.putValue("Bundle-Version", "1.0.0");
    headers.putValue("Fragment-Host", "org.eclipse.gemini.blueprint.extender");
    return manifest;
  }
}
