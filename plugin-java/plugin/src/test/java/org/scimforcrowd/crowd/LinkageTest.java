package org.scimforcrowd.crowd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class LinkageTest {
  private static List<JsonObject> absent(Linkage linkage) {
    return StreamSupport.stream(linkage.report().spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .filter(row -> !row.get("found").getAsBoolean())
        .toList();
  }

  @Test
  void findsAllThatWeUse() {
    assertEquals(List.of(), absent(new Linkage(LinkageTest.class.getClassLoader(), name -> true)));
  }

  @Test
  void namesAServiceThatIsNotThere() {
    Linkage linkage =
        new Linkage(
            LinkageTest.class.getClassLoader(),
            name -> !name.endsWith("ClusterLockService") && !name.endsWith(".DirectoryManager"));
    assertEquals(
        "[{\"name\":\"DirectoryManager\",\"found\":false,\"detail\":\"needed; Crowd does not offer"
            + " it\"}, {\"name\":\"ClusterLockService\",\"found\":false,\"detail\":\"optional\"}]",
        absent(linkage).toString());
  }

  @Test
  void namesTheMembersThatAHostLacks() {
    List<JsonObject> absent =
        absent(new Linkage(ClassLoader.getPlatformClassLoader(), name -> true));
    JsonObject manager =
        absent.stream()
            .filter(row -> row.get("name").getAsString().equals("DirectoryManager"))
            .findFirst()
            .orElseThrow();
    assertTrue(
        manager
            .get("detail")
            .getAsString()
            .startsWith("this version of Crowd lacks addDirectory, addGroup, addGroupToGroup,"),
        manager.toString());
    assertTrue(
        absent.stream().anyMatch(row -> row.get("name").getAsString().equals("IdentifierUtils")));
  }
}
