package org.scimforcrowd.devhost.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicPackagesTest {
  @ParameterizedTest
  @CsvSource({
    "com.atlassian.crowd.manager.directory, true",
    "jakarta.servlet.http, true",
    "javax.xml.parsers, true",
    "org.osgi.util.tracker, true",
    "org.slf4j, true",
    "org.springframework.beans, false",
    "org.eclipse.gemini.blueprint.context, false",
    "org.apache.commons.logging, false",
    "com.google.gson, false",
  })
  void pluginsSeeOnlyTheHostsApi(String name, boolean seen) {
    assertEquals(seen, PublicPackages.isPublic(name));
  }
}
