package org.scimforcrowd.devhost.crowd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.crowd.model.permission.UserPermission;
import com.atlassian.sal.api.UrlMode;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What plugins get besides directories: settings, locks, rights, properties. */
abstract class PluginFacts extends Facts {
  PluginFacts(CrowdStandIn crowd) {
    super(crowd);
  }

  @Test
  void settingsAreReadAsWritten() {
    PluginSettings settings = crowd.pluginSettings().createGlobalSettings();
    Properties properties = new Properties();
    properties.setProperty("a", "1");
    for (Object value :
        List.of("text", "x".repeat(100_000), List.of("a", "b"), Map.of("k", "v"), properties)) {
      settings.put("facts.value", value);
      assertEquals(value, settings.get("facts.value"));
    }
  }

  @Test
  void putGivesTheValueBeforeAndNullRemoves() {
    PluginSettings settings = crowd.pluginSettings().createGlobalSettings();
    assertNull(settings.put("facts.put", "1"));
    assertEquals("1", settings.put("facts.put", "2"));
    assertEquals("2", settings.put("facts.put", null));
    assertNull(settings.get("facts.put"));
    assertNull(settings.remove("facts.put"));
  }

  @Test
  void settingsOfAKeyAreApartFromGlobalOnes() {
    crowd.pluginSettings().createGlobalSettings().put("facts.apart", "global");
    assertNull(crowd.pluginSettings().createSettingsForKey("some").get("facts.apart"));
    crowd.pluginSettings().createSettingsForKey("some").put("facts.apart", "some");
    assertEquals("global", crowd.pluginSettings().createGlobalSettings().get("facts.apart"));
  }

  @Test
  void globalSettingsLieUnderPluginNull() {
    crowd.pluginSettings().createGlobalSettings().put("facts.null", "1");
    assertEquals("1", crowd.pluginSettings().createSettingsForKey("null").get("facts.null"));
  }

  @Test
  void keysOfSettingsHave255CharactersAtMost() {
    PluginSettings settings = crowd.pluginSettings().createGlobalSettings();
    settings.put(letters(255), "fits");
    assertEquals("fits", settings.remove(letters(255)));
    assertThrows(IllegalArgumentException.class, () -> settings.put(letters(256), "1"));
    assertThrows(IllegalArgumentException.class, () -> settings.get(letters(256)));
  }

  @Test
  void otherTypesOfValuesAreRefused() {
    PluginSettings settings = crowd.pluginSettings().createGlobalSettings();
    assertThrows(IllegalArgumentException.class, () -> settings.put("facts.type", 1));
  }

  @Test
  void clusterLockIsReentrantAndKeepsOthersOut() throws Exception {
    ClusterLock lock = crowd.locks().getLockForName("facts");
    lock.lock();
    assertEquals(true, lock.tryLock());
    lock.unlock();
    assertEquals(true, lock.isHeldByCurrentThread());
    AtomicReference<Boolean> other = new AtomicReference<>();
    Thread thread = new Thread(() -> other.set(crowd.locks().getLockForName("facts").tryLock()));
    thread.start();
    thread.join(TimeUnit.SECONDS.toMillis(10));
    lock.unlock();
    assertEquals(false, other.get());
    assertThrows(UnsupportedOperationException.class, lock::newCondition);
    assertThrows(IllegalArgumentException.class, () -> crowd.locks().getLockForName(letters(256)));
  }

  @Test
  void membersOfAGroupWithRightsAdministerCrowd() throws Exception {
    assertEquals(true, crowd.permissions().hasPermission("ADMIN", UserPermission.SYS_ADMIN));
    assertEquals(true, crowd.permissions().hasPermission("admin", UserPermission.ADMIN));
    assertEquals(false, crowd.permissions().hasPermission("user", UserPermission.ADMIN));
    assertEquals(false, crowd.permissions().hasPermission("nobody", UserPermission.ADMIN));
    addUser("eve");
    addGroup("crowd-administrators");
    manager.addUserToGroup(id, "eve", "crowd-administrators");
    assertEquals(false, crowd.permissions().hasPermission("eve", UserPermission.ADMIN));
    assertEquals(
        List.of("admin"),
        crowd
            .permissions()
            .getUsersWithPermission(
                applications.findByName("crowd"), UserPermission.SYS_ADMIN, false)
            .stream()
            .map(user -> user.getName())
            .toList());
  }

  @Test
  void seededUsersLogIn() {
    assertEquals(
        List.of(true, true, true, false, false),
        List.of(
            crowd.authenticate("admin", "admin"),
            crowd.authenticate("user", "user"),
            crowd.isAdministrator("admin"),
            crowd.isAdministrator("user"),
            crowd.authenticate("admin", "user")));
  }

  @Test
  void applicationPropertiesTellUrlsAndHomes() {
    assertEquals(
        List.of(
            "http://localhost:8095/crowd",
            "/crowd",
            Optional.of(Path.of("home", "shared")),
            "7.2.6",
            "crowd"),
        List.of(
            crowd.properties().getBaseUrl(UrlMode.CANONICAL),
            crowd.properties().getBaseUrl(UrlMode.RELATIVE),
            crowd.properties().getSharedHomeDirectory(),
            crowd.properties().getVersion(),
            crowd.properties().getPlatformId()));
  }
}
