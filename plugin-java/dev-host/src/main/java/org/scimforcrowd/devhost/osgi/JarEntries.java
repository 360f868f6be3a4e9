package org.scimforcrowd.devhost.osgi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/** Reading and writing the entries of a JAR, without its manifest and its folder entries. */
final class JarEntries {
  static final String MANIFEST = "META-INF/MANIFEST.MF";

  /** What is done with one entry. */
  interface Visitor {
    void visit(String name, InputStream content) throws IOException;
  }

  private JarEntries() {}

  static void each(Path jar, Visitor visitor) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
        JarEntry entry = entries.nextElement();
        if (entry.isDirectory() || entry.getName().equals(MANIFEST)) {
          continue;
        }
        try (InputStream content = file.getInputStream(entry)) {
          visitor.visit(entry.getName(), content);
        }
      }
    }
  }

  static void put(JarOutputStream out, String name, byte[] content) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(content);
    out.closeEntry();
  }
}
