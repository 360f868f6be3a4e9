package org.scimforcrowd.crowd;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks up every service and every member of Crowd's API that we call, so that what this version of
 * Crowd lacks is said once and clearly. The list is used-members.txt; a test holds it equal to what
 * the class files call.
 */
public final class Linkage {
  private static final Logger log = LoggerFactory.getLogger(Linkage.class);
  private static final List<Service> SERVICES =
      List.of(
          new Service("com.atlassian.crowd.manager.directory.DirectoryManager", true),
          new Service("com.atlassian.crowd.manager.application.ApplicationManager", true),
          new Service("com.atlassian.sal.api.user.UserManager", true),
          new Service("com.atlassian.sal.api.auth.LoginUriProvider", true),
          new Service("com.atlassian.sal.api.ApplicationProperties", true),
          new Service("com.atlassian.sal.api.pluginsettings.PluginSettingsFactory", true),
          new Service("com.atlassian.crowd.manager.permission.UserPermissionService", false),
          new Service("com.atlassian.beehive.ClusterLockService", false),
          new Service("com.atlassian.crowd.audit.AuditLogContext", false),
          new Service("com.atlassian.sal.api.websudo.WebSudoManager", false));

  private final ClassLoader host;
  private final Predicate<String> isThere;

  private record Service(String name, boolean needed) {}

  /** One line of the report. */
  private record Row(String name, boolean found, boolean needed, String detail) {
    JsonObject json() {
      JsonObject json = new JsonObject();
      json.addProperty("name", name);
      json.addProperty("found", found);
      json.addProperty("detail", detail);
      return json;
    }
  }

  /**
   * @param host a class loader that sees Crowd's classes
   * @param isThere whether a service of that interface name can be had now
   */
  public Linkage(ClassLoader host, Predicate<String> isThere) {
    this.host = host;
    this.isThere = isThere;
  }

  /**
   * One line for each thing that is absent. A service may still come: plugins of Crowd's own start
   * in no set order.
   */
  public void log() {
    for (Row row : rows()) {
      if (!row.found() && row.needed()) {
        log.warn("{} is not there at start: {}", row.name(), row.detail());
      } else if (!row.found()) {
        log.info("{} is not there at start: {}", row.name(), row.detail());
      }
    }
  }

  /** The rows of ports.ts: SystemReport. */
  public JsonArray report() {
    JsonArray report = new JsonArray();
    rows().forEach(row -> report.add(row.json()));
    return report;
  }

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (Service service : SERVICES) {
      boolean found = isThere.test(service.name());
      rows.add(new Row(simple(service.name()), found, service.needed(), detail(service, found)));
    }
    missingMembers().forEach((owner, members) -> rows.add(missing(owner, members)));
    boolean lowerCase = new LowerCase(host).isCrowds();
    rows.add(
        new Row(
            "IdentifierUtils",
            lowerCase,
            false,
            lowerCase ? "Crowd's own lower-casing" : "English lower-casing is used"));
    return rows;
  }

  private static String detail(Service service, boolean found) {
    if (found) {
      return "service found";
    }
    return service.needed() ? "needed; Crowd does not offer it" : "optional";
  }

  private static Row missing(String owner, List<String> members) {
    return new Row(
        simple(owner), false, true, "this version of Crowd lacks " + String.join(", ", members));
  }

  private Map<String, List<String>> missingMembers() {
    Map<String, List<String>> missing = new TreeMap<>();
    for (String line : usedMembers()) {
      int dot = line.indexOf('.');
      String owner = line.substring(0, dot).replace('/', '.');
      String member = line.substring(dot + 1);
      if (!has(owner, member)) {
        missing.computeIfAbsent(owner, any -> new ArrayList<>()).add(memberName(member));
      }
    }
    return missing;
  }

  private static String memberName(String member) {
    return member.split("[(:]")[0];
  }

  /**
   * @param member `name(descriptor` of a method or constructor, or `name:descriptor` of a field
   */
  private boolean has(String owner, String member) {
    try {
      Class<?> type = Class.forName(owner, false, host);
      int bracket = member.indexOf('(');
      if (bracket < 0) {
        return type.getField(memberName(member)) != null;
      }
      MethodType signature = MethodType.fromMethodDescriptorString(member.substring(bracket), host);
      return memberName(member).equals("<init>")
          ? type.getConstructor(signature.parameterArray()) != null
          : hasMethod(type, memberName(member), signature);
    } catch (ReflectiveOperationException | TypeNotPresentException | LinkageError absent) {
      return false;
    }
  }

  private static boolean hasMethod(Class<?> type, String name, MethodType signature) {
    return Arrays.stream(type.getMethods())
        .anyMatch(
            method ->
                method.getName().equals(name)
                    && method.getReturnType() == signature.returnType()
                    && Arrays.equals(method.getParameterTypes(), signature.parameterArray()));
  }

  private static List<String> usedMembers() {
    try (InputStream list = Linkage.class.getResourceAsStream("used-members.txt")) {
      return new String(list.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.substring(0, line.indexOf(' ')))
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
