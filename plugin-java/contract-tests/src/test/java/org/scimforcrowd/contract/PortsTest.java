package org.scimforcrowd.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the engine's own suites cannot see: names of failures, call counts, Crowd's view of what a
 * port did.
 */
class PortsTest {
  @TempDir private Path home;
  private StandIn crowd;
  private String directory;

  @BeforeEach
  void open() {
    crowd = Databases.H2.open(home);
    directory =
        ask(
                "crowd",
                "addDirectory",
                "{\"name\":\"People\",\"description\":\"d\",\"active\":true,\"nestedGroups\":true,"
                    + "\"attributes\":{\"scim.connection\":\"c1\"}}")
            .getAsJsonObject("value")
            .get("id")
            .getAsString();
  }

  @AfterEach
  void close() throws Exception {
    crowd.close();
  }

  /** Arguments are JSON texts; for the directory port the id goes first. */
  private JsonObject ask(String port, String method, String... arguments) {
    JsonArray values = new JsonArray();
    if (port.equals("directory")) {
      values.add(directory);
    }
    for (String argument : arguments) {
      values.add(JsonParser.parseString(argument));
    }
    return JsonParser.parseString(crowd.ports.call(port, method, values.toString()))
        .getAsJsonObject();
  }

  private String failure(String port, String method, String... arguments) {
    JsonObject reply = ask(port, method, arguments);
    assertTrue(reply.has("failure"), method + " gave " + reply);
    return reply.getAsJsonObject("failure").get("kind").getAsString();
  }

  private void addUser(String name) {
    JsonObject reply = ask("directory", "addPrincipal", user(name, "{\"scim.a\":[\"1\",\"2\"]}"));
    assertTrue(reply.has("value"), reply.toString());
  }

  private static String user(String name, String attributes) {
    return "{\"name\":\""
        + name
        + "\",\"active\":true,\"email\":\"e@x.org\",\"firstName\":\"F\",\"lastName\":\"L\","
        + "\"displayName\":\"D\",\"attributes\":"
        + attributes
        + "}";
  }

  private static String group(String name) {
    return "{\"name\":\""
        + name
        + "\",\"active\":true,\"description\":\"d\",\"externalId\":\"e-1\"}";
  }

  @Test
  void makesAnInternalDirectoryAsCrowdsConsoleDoes() {
    JsonObject made =
        ask("crowd", "findDirectory", "\"" + directory + "\"").getAsJsonObject("value");
    assertEquals("INTERNAL", made.get("type").getAsString());
    assertEquals("true", made.getAsJsonObject("attributes").get("useNestedGroups").getAsString());
    assertEquals("c1", made.getAsJsonObject("attributes").get("scim.connection").getAsString());
    assertEquals(8, made.getAsJsonArray("allowedOperations").size());
    assertEquals(
        "exists",
        failure(
            "crowd",
            "addDirectory",
            "{\"name\":\"pEOPLE\",\"description\":\"\",\"active\":true,"
                + "\"nestedGroups\":false,\"attributes\":{}}"));
  }

  @Test
  void keepsDirectoryAttributesThatItWasNotGiven() {
    ask("crowd", "storeDirectoryAttributes", "\"" + directory + "\"", "{\"scim.format\":\"1\"}");
    JsonObject attributes =
        ask("crowd", "findDirectory", "\"" + directory + "\"")
            .getAsJsonObject("value")
            .getAsJsonObject("attributes");
    assertEquals("c1", attributes.get("scim.connection").getAsString());
    assertEquals("1", attributes.get("scim.format").getAsString());
    assertEquals("atlassian-security", attributes.get("user_encryption_method").getAsString());
  }

  @Test
  void givesPrincipalsWithAttributesTimesAndId() {
    addUser("Ada");
    JsonObject found = ask("directory", "findPrincipal", "\"aDA\"").getAsJsonObject("value");
    assertEquals("Ada", found.get("name").getAsString());
    assertTrue(found.get("created").getAsLong() > 0);
    assertEquals(36, found.get("externalId").getAsString().length());
    assertEquals(2, found.getAsJsonObject("attributes").getAsJsonArray("scim.a").size());
    assertEquals(
        found,
        ask("directory", "findPrincipalById", found.get("externalId").toString())
            .getAsJsonObject("value"));
    assertEquals(new JsonObject(), ask("directory", "findPrincipal", "\"bob\""));
  }

  @Test
  void givesGroupsWithAttributesAndTimes() {
    ask("directory", "addGroup", group("Engineers"));
    ask("directory", "storeGroupAttributes", "\"engineers\"", "{\"scim.doc.0\":[\"x\"]}");
    JsonObject found = ask("directory", "findGroupById", "\"e-1\"").getAsJsonObject("value");
    assertEquals("Engineers", found.get("name").getAsString());
    assertTrue(found.get("created").getAsLong() > 0);
    assertEquals("{\"scim.doc.0\":[\"x\"]}", found.get("attributes").toString());
  }

  @Test
  void namesEachFailure() {
    addUser("ada");
    ask("directory", "addGroup", group("g"));
    ask("directory", "addMember", "\"ada\"", "\"g\"");
    assertEquals("exists", failure("directory", "addPrincipal", user("ADA", "{}")));
    assertEquals("invalid", failure("directory", "addPrincipal", user(" bob", "{}")));
    assertEquals("invalid", failure("directory", "addGroup", group("G")));
    assertEquals("exists", failure("directory", "addMember", "\"ada\"", "\"g\""));
    assertEquals("missing", failure("directory", "addMember", "\"bob\"", "\"g\""));
    assertEquals("missing", failure("directory", "removeMember", "\"ada\"", "\"none\""));
    assertEquals("missing", failure("directory", "removePrincipal", "\"bob\""));
    assertEquals(
        "invalid", failure("directory", "storePrincipalAttributes", "\"ada\"", "{\"a\":[]}"));
    directory = "424242";
    assertEquals("gone", failure("directory", "findPrincipal", "\"ada\""));
    directory = "no number";
    assertEquals("gone", failure("directory", "findPrincipal", "\"ada\""));
  }

  @Test
  void saysThatCrowdIsUnavailableWhenItsDatabaseIsStopped() {
    crowd.crowd.setDatabaseRunning(false);
    assertEquals("unavailable", failure("directory", "findPrincipal", "\"ada\""));
    assertEquals("unavailable", failure("crowd", "directories"));
    assertEquals("unavailable", failure("settings", "readFresh", "\"scim.settings\""));
    crowd.crowd.setDatabaseRunning(true);
    assertEquals(new JsonObject(), ask("directory", "findPrincipal", "\"ada\""));
  }

  @Test
  void mapsADirectoryAndTakesItAway() {
    JsonArray applications = ask("crowd", "applications").getAsJsonArray("value");
    JsonObject console = find(applications, "type", "CROWD");
    assertEquals(
        "refused",
        failure(
            "crowd", "mapDirectory", console.get("id").toString(), '"' + directory + '"', "true"));
    assertEquals(
        "missing", failure("crowd", "mapDirectory", "\"99\"", '"' + directory + '"', "true"));
  }

  @Test
  void knowsAdministrators() {
    assertEquals("{\"value\":true}", ask("crowd", "isAdministrator", "\"admin\"").toString());
    assertEquals("{\"value\":false}", ask("crowd", "isAdministrator", "\"nobody\"").toString());
  }

  @Test
  void givesTheBaseUrlWithoutSlashAndCrowdsLowerCase() {
    assertEquals("{\"value\":\"" + StandIn.BASE_URL + "\"}", ask("crowd", "baseUrl").toString());
    assertEquals("{\"value\":\"ädi\"}", ask("crowd", "lowerCase", "\"ÄDI\"").toString());
  }

  @Test
  void writesAMemberListWithTwoQueries() {
    ask("directory", "addGroup", group("g"));
    for (String name : List.of("bob", "Ada", "\\\"quoted\\\"")) {
      addUser(name);
      ask("directory", "addMember", '"' + name + '"', "\"g\"");
    }
    ask("directory", "addGroup", group("nested"));
    ask("directory", "nestGroup", "\"nested\"", "\"g\"");
    JsonObject list = new JsonObject();
    list.addProperty("directoryId", directory);
    list.addProperty("groupName", "g");
    list.addProperty("usersUrl", "https://x/Users/");
    list.addProperty("groupsUrl", "https://x/Groups/");
    crowd.crowd.tap().reset();
    StringWriter out = new StringWriter();
    crowd.memberLists.write(list, out);
    assertEquals(2, crowd.crowd.tap().count().transactions());
    JsonArray members = JsonParser.parseString(out.toString()).getAsJsonArray();
    assertEquals(
        List.of("\"quoted\"", "Ada", "bob", "nested"),
        members.asList().stream()
            .map(member -> member.getAsJsonObject().get("display").getAsString())
            .toList());
    JsonObject first = members.get(0).getAsJsonObject();
    assertEquals("User", first.get("type").getAsString());
    assertEquals(
        "https://x/Users/" + first.get("value").getAsString(), first.get("$ref").getAsString());
    JsonObject last = members.get(3).getAsJsonObject();
    assertEquals("Group", last.get("type").getAsString());
    assertEquals(
        "https://x/Groups/" + last.get("value").getAsString(), last.get("$ref").getAsString());
  }

  @Test
  void readsEachThingWithOneCall() {
    addUser("ada");
    ask("directory", "addGroup", group("g"));
    ask("directory", "addMember", "\"ada\"", "\"g\"");
    String all = "{\"start\":0,\"count\":-1}";
    for (String[] call :
        new String[][] {
          {"findPrincipal", "\"ada\""},
          {"findPrincipalById", "\"x\""},
          {"searchPrincipals", all},
          {"searchPrincipalNames", all},
          {"findGroup", "\"g\""},
          {"findGroupById", "\"e-1\""},
          {"searchGroups", all},
          {"searchGroupNames", all},
          {"isMember", "\"ada\"", "\"g\""},
          {"groupsOf", "\"ada\""},
          {"membersOf", "\"g\"", "0", "10"},
          {"nestedGroupsOf", "\"g\"", "0", "10"},
          {"parentsOf", "\"g\""},
          {"updatePrincipal", user("ada", "{}")},
          {"renamePrincipal", "\"ada\"", "\"eve\""},
          {"storePrincipalAttributes", "\"eve\"", "{\"a\":[\"b\"]}"},
          {"removeMember", "\"eve\"", "\"g\""},
          {"removePrincipal", "\"eve\""},
          {"removeGroup", "\"g\""}
        }) {
      crowd.crowd.tap().reset();
      JsonObject reply = ask("directory", call[0], Arrays.copyOfRange(call, 1, call.length));
      assertEquals(false, reply.has("failure"), call[0] + " gave " + reply);
      assertEquals(1, crowd.crowd.tap().count().transactions(), call[0]);
    }
  }

  @Test
  void setsPasswords() throws Exception {
    ask("directory", "addPrincipal", user("ada", "{},\"password\":\"first 1\""));
    logsIn("first 1");
    ask("directory", "setPassword", "\"ada\"", "\"second 2\"");
    logsIn("second 2");
  }

  /** Throws where Crowd does not let ada in. */
  private void logsIn(String password) throws Exception {
    crowd
        .directories()
        .authenticateUser(
            Long.parseLong(directory), "ada", PasswordCredential.unencrypted(password));
  }

  @Test
  void countsOnceUntilSomethingChanges() {
    for (String[] step :
        new String[][] {
          {"countPrincipals", "0", "1"},
          {"countPrincipals", "0", "0"},
          {"countGroups", "0", "1"}
        }) {
      crowd.crowd.tap().reset();
      assertEquals(step[1], ask("directory", step[0], "null").get("value").getAsString());
      assertEquals(Integer.parseInt(step[2]), crowd.crowd.tap().count().transactions());
    }
    addUser("ada");
    crowd.crowd.tap().reset();
    assertEquals(1, ask("directory", "countPrincipals", "null").get("value").getAsInt());
    assertEquals(1, crowd.crowd.tap().count().transactions());
  }

  @Test
  void saysInCrowdsAuditLogWhoDidIt() {
    ask("crowd", "actAs", "\"SCIM: Okta\"");
    addUser("ada");
    crowd.author.clear();
    assertEquals("SCIM: Okta", crowd.crowd.auditLog(1).get(0).getAuthor().getName());
    addUser("bob");
    assertTrue(!"SCIM: Okta".equals(crowd.crowd.auditLog(1).get(0).getAuthor().getName()));
  }

  @Test
  void readsFreshAfterAWriteAndRemoves() {
    assertEquals(new JsonObject(), ask("settings", "read", "\"scim.x\""));
    ask("settings", "write", "\"scim.x\"", "\"" + "ä".repeat(10_000) + "\"");
    assertEquals(10_000, ask("settings", "read", "\"scim.x\"").get("value").getAsString().length());
    ask("settings", "write", "\"scim.x\"", "null");
    assertEquals(new JsonObject(), ask("settings", "readFresh", "\"scim.x\""));
  }

  private static JsonObject find(JsonArray objects, String name, String value) {
    for (JsonElement object : objects) {
      if (object.getAsJsonObject().get(name).getAsString().equals(value)) {
        return object.getAsJsonObject();
      }
    }
    throw new AssertionError("no " + name + " " + value + " in " + objects);
  }
}
