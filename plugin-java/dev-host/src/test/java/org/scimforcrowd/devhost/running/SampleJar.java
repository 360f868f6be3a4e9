package org.scimforcrowd.devhost.running;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Writes the sample plugin's JAR, whole or with a defect. */
final class SampleJar {
  static final String KEY = "org.scimforcrowd.sample";

  private static final List<String> CLASSES =
      List.of(
          "SampleCore",
          "SampleSal",
          "SampleServlets",
          "JavaxPlainServlet",
          "JavaxOpenServlet",
          "JakartaPlainServlet",
          "JakartaOpenServlet");
  private static final String SPRING =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <beans xmlns="http://www.springframework.org/schema/beans"
             xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
             xsi:schemaLocation="http://www.springframework.org/schema/beans http://www.springframework.org/schema/beans/spring-beans.xsd">
        <bean id="core" class="sample.SampleCore" init-method="start" destroy-method="stop">
          <constructor-arg ref="bundleContext"/>
        </bean>
        <bean id="open" class="sample.SampleServlets" factory-method="open" scope="prototype">
          <constructor-arg ref="core"/>
        </bean>
        <bean id="plain" class="sample.SampleServlets" factory-method="unannotated" scope="prototype">
          <constructor-arg ref="core"/>
        </bean>
        <bean id="broken" class="sample.SampleServlets" factory-method="broken" scope="prototype">
          <constructor-arg ref="core"/>
        </bean>
      </beans>
      """;
  private static final String DESCRIPTOR =
      """
      <atlassian-plugin key="org.scimforcrowd.sample" name="Sample &amp; more" plugins-version="2">
        <plugin-info>
          <description>A sample</description>
          <version>1</version>
          <vendor name="Sample"/>
          <param name="configure.url">/plugins/servlet/sample/settings</param>
        </plugin-info>
        <servlet key="open" class="bean:open">
          <url-pattern>/sample</url-pattern>
          <url-pattern>/sample/*</url-pattern>
          <init-param><param-name>colour</param-name><param-value>green</param-value></init-param>
        </servlet>
        <servlet key="plain" class="bean:plain"><url-pattern>/plain/*</url-pattern></servlet>
        <servlet key="broken" class="bean:broken"><url-pattern>/broken</url-pattern></servlet>
        <servlet key="class-open" class="sample.FLAVOUROpenServlet"><url-pattern>/class-open</url-pattern></servlet>
        <servlet key="class-plain" class="class:sample.FLAVOURPlainServlet"><url-pattern>/class-plain</url-pattern></servlet>
        <web-item key="link" section="administrationnav" weight="5">
          <label>Sample link</label>
          <link>/plugins/servlet/sample/settings</link>
        </web-item>
        <web-resource key="files">
          <resource type="download" name="assets/" location="web/"/>
          <resource type="download" name="one.txt" location="web/hello.txt">
            <param name="content-type" value="text/x-hello"/>
          </resource>
        </web-resource>
        <resource type="download" name="logo.svg" location="web/logo.svg"/>
        <rest key="unheard-of"/>
      </atlassian-plugin>
      """;

  private final Map<String, String> headers = new TreeMap<>();
  private String spring = SPRING;
  private String descriptor;

  private SampleJar(String servletApi) {
    descriptor = DESCRIPTOR.replace("FLAVOUR", servletApi.equals("javax") ? "Javax" : "Jakarta");
    headers.put("Bundle-ManifestVersion", "2");
    headers.put("Bundle-SymbolicName", KEY);
    headers.put("Bundle-Version", "1.0.0");
    headers.put("Atlassian-Plugin-Key", KEY);
    headers.put("Spring-Context", "*");
    headers.put(
        "Import-Package",
        "org.osgi.framework,com.atlassian.annotations.security;resolution:=optional,"
            + "javax.servlet;resolution:=optional,javax.servlet.http;resolution:=optional,"
            + "jakarta.servlet;resolution:=optional,jakarta.servlet.http;resolution:=optional,"
            + "com.atlassian.sal.api.user,com.atlassian.sal.api.xsrf,com.atlassian.sal.api.websudo,"
            + "com.atlassian.sal.api.auth,"
            + "org.springframework.core;resolution:=optional");
  }

  static SampleJar in(String servletApi) {
    return new SampleJar(servletApi);
  }

  SampleJar header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  SampleJar without(String name) {
    headers.remove(name);
    return this;
  }

  SampleJar spring(UnaryOperator<String> change) {
    spring = change.apply(spring);
    return this;
  }

  SampleJar descriptor(UnaryOperator<String> change) {
    descriptor = change.apply(descriptor);
    return this;
  }

  Path write(Path file) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.forEach(manifest.getMainAttributes()::putValue);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file), manifest)) {
      for (String name : CLASSES) {
        put(out, "sample/" + name + ".class", classFile(name));
      }
      put(out, "atlassian-plugin.xml", bytes(descriptor));
      if (!spring.isEmpty()) {
        put(out, "META-INF/spring/plugin-context.xml", bytes(spring));
      }
      put(out, "web/hello.txt", bytes("hello"));
      put(out, "web/app.js", bytes("void 0"));
      put(out, "web/logo.svg", bytes("<svg/>"));
      put(out, "secret.txt", bytes("secret"));
    }
    return file;
  }

  private static void put(JarOutputStream out, String name, byte[] content) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(content);
    out.closeEntry();
  }

  private static byte[] classFile(String name) throws IOException {
    try (InputStream in =
        SampleJar.class.getClassLoader().getResourceAsStream("sample/" + name + ".class")) {
      return in.readAllBytes();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
