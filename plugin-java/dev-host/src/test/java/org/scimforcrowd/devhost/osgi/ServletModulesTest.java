package org.scimforcrowd.devhost.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServletModulesTest {
  private static ServletModule module(String key, String... patterns) {
    return new ServletModule(
        "p",
        new PluginModule.Servlet(key, "bean:x", List.of(patterns), Map.of()),
        ServletModulesTest.class.getClassLoader(),
        Optional.empty(),
        Object::new,
        Map.of());
  }

  private static String found(ServletModules modules, String path) {
    return modules
        .find(path)
        .map(m -> m.module().completeKey() + " " + m.base() + " " + m.pathInfo())
        .orElse("none");
  }

  @ParameterizedTest
  @CsvSource({
    "/scim,            p:scim /scim null",
    "/scim/,           p:scim /scim /",
    "/scim/a/b,        p:scim /scim /a/b",
    "//scim///a,       p:scim /scim /a",
    "/scim/exact,      p:exact /scim/exact null",
    "/scim/deep/x,     p:deep /scim/deep /x",
    "/file7.txt,       p:question /file7.txt null",
    "/file.txt,        p:question /file.txt null",
    "/file77.txt,      none",
    "/a/b.do,          p:ending /a/b.do null",
    "/scimmer,         none",
    "'',               none",
  })
  void findsTheLongestPattern(String path, String expected) {
    ServletModules modules = new ServletModules();
    modules.add(module("scim", "/scim/*"));
    modules.add(module("exact", "/scim/exact"));
    modules.add(module("deep", "/scim/deep/*"));
    modules.add(module("question", "/file?.txt"));
    modules.add(module("ending", "*.do"));
    assertEquals(expected, found(modules, path));
  }

  @Test
  void aDefaultServesWhatNoOtherDoes() {
    ServletModules modules = new ServletModules();
    ServletModule fallback = module("all", "/*");
    modules.add(fallback);
    modules.add(module("scim", "/scim/*"));
    assertEquals("p:all  /x/y", found(modules, "/x/y"));
    assertEquals("p:scim /scim /y", found(modules, "/scim/y"));
    modules.remove(fallback);
    assertEquals("none", found(modules, "/x/y"));
  }
}
