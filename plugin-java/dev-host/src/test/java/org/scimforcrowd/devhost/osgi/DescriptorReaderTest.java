package org.scimforcrowd.devhost.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptorReaderTest {
  private static final String XML =
      """
      <atlassian-plugin key="k" name="n" pluginsVersion="2">
        <plugin-info>
          <description> d </description>
          <vendor name="v"/>
          <param name="configure.url">/a</param>
        </plugin-info>
        <servlet key="s" class="bean:b"><url-pattern>/s/*</url-pattern>
          <init-param><param-name>x</param-name><param-value>y</param-value></init-param></servlet>
        <web-section key="ws" location="left" weight="3"><label>L</label></web-section>
        <web-item key="wi" section="a/b"><label>L</label><link>/l</link></web-item>
        <web-resource key="wr"><resource type="download" name="a/" location="b/">
          <param name="content-type" value="t"/></resource><dependency>z</dependency></web-resource>
        <component-import key="old" interface="x.Y"/>
        <resource type="download" name="p" location="q"/>
        <resource type="i18n" name="words" location="words"/>
      </atlassian-plugin>
      """;

  private static PluginDescriptor read(String xml) throws PluginRefusedException {
    return DescriptorReader.read(
        new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void readsModulesInOrderAndKeepsWhatItDoesNotKnow() throws Exception {
    PluginDescriptor expected =
        new PluginDescriptor(
            "k",
            "n",
            "2",
            "d",
            "v",
            Map.of("configure.url", "/a"),
            List.of(
                new PluginModule.Servlet("s", "bean:b", List.of("/s/*"), Map.of("x", "y")),
                new PluginModule.WebSection("ws", "left", 3, "L"),
                new PluginModule.WebItem("wi", "a/b", 1000, "L", "/l"),
                new PluginModule.WebResource(
                    "wr", List.of(new PluginModule.Resource("a/", "b/", "t"))),
                new PluginModule.Unknown("old", "component-import")),
            List.of(new PluginModule.Resource("p", "q", "")));
    assertEquals(expected, read(XML));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<atlassian-plugin>",
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><atlassian-plugin key='&e;'/>",
      })
  void refusesWhatIsNoDescriptor(String xml) {
    assertThrows(PluginRefusedException.class, () -> read(xml));
  }
}
