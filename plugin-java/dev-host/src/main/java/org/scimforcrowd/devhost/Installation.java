package org.scimforcrowd.devhost;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where the stand-in's files lie: the folder of its JAR, with lib, api, osgi-spring5 and osgi-spring6. */
final class Installation {
  private Installation() {}

  static Path folder() {
    try {
      Path own =
          Path.of(
              Installation.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return own.getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("cannot find the folder of the stand-in", e);
    }
  }

  static Path springJars(String servletApi) {
    return folder().resolve(servletApi.equals("javax") ? "osgi-spring5" : "osgi-spring6");
  }
}
