package org.scimforcrowd.devhost.crowd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.atlassian.crowd.audit.AuditLogAuthorType;
import com.atlassian.crowd.audit.AuditLogChangeset;
import com.atlassian.crowd.audit.AuditLogEventSource;
import com.atlassian.crowd.audit.AuditLogEventType;
import com.atlassian.crowd.audit.ImmutableAuditLogAuthor;
import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.exception.UserAlreadyExistsException;
import com.atlassian.crowd.model.user.UserTemplate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The audit log. */
abstract class AuditFacts extends Facts {
  private static final ImmutableAuditLogAuthor SCIM =
      new ImmutableAuditLogAuthor(null, "SCIM: Acme", AuditLogAuthorType.PLUGIN);

  AuditFacts(CrowdStandIn crowd) {
    super(crowd);
  }

  @Test
  void everyWriteIsInTheLog() throws Exception {
    allowNesting();
    addUser("ada");
    manager.updateUser(id, template("ada"));
    manager.storeUserAttributes(id, "ada", Map.of("a", Set.of("1")));
    manager.updateUserCredential(id, "ada", PasswordCredential.unencrypted("secret"));
    addGroups("staff", "crew");
    manager.addUserToGroup(id, "ada", "staff");
    manager.removeUserFromGroup(id, "ada", "staff");
    manager.addGroupToGroup(id, "crew", "staff");
    manager.renameGroup(id, "crew", "team");
    manager.removeGroup(id, "team");
    manager.removeUser(id, "ada");
    manager.removeDirectory(directory);
    assertEquals(
        List.of(
            AuditLogEventType.DIRECTORY_DELETED,
            AuditLogEventType.USER_DELETED,
            AuditLogEventType.GROUP_DELETED,
            AuditLogEventType.GROUP_UPDATED,
            AuditLogEventType.ADDED_TO_GROUP,
            AuditLogEventType.REMOVED_FROM_GROUP,
            AuditLogEventType.ADDED_TO_GROUP,
            AuditLogEventType.GROUP_CREATED,
            AuditLogEventType.GROUP_CREATED,
            AuditLogEventType.PASSWORD_CHANGED,
            AuditLogEventType.USER_UPDATED,
            AuditLogEventType.USER_UPDATED,
            AuditLogEventType.USER_CREATED,
            AuditLogEventType.DIRECTORY_UPDATED,
            AuditLogEventType.DIRECTORY_CREATED),
        crowd.auditLog(15).stream().map(AuditLogChangeset::getEventType).toList());
  }

  @Test
  void entriesHoldOldAndNewValuesAndNoPassword() throws Exception {
    addUser("ada");
    UserTemplate user = template("ada");
    user.setEmailAddress("new@example.com");
    manager.updateUser(id, user);
    assertEquals(
        List.of(new AuditEvent.Change("Email address", "ada@example.com", "new@example.com")),
        List.copyOf(newest().getEntries()));
    manager.updateUserCredential(id, "ada", PasswordCredential.unencrypted("secret"));
    assertEquals(
        List.of(new AuditEvent.Change("Password", null, PasswordCredential.SANITISED_PASSWORD)),
        List.copyOf(newest().getEntries()));
  }

  @Test
  void withoutALoginTheAuthorIsNobody() throws Exception {
    addUser("ada");
    assertEquals(
        new ImmutableAuditLogAuthor(null, "", AuditLogAuthorType.OTHER), newest().getAuthor());
  }

  @Test
  void namedAuthorIsNotedAndForgottenAlsoAfterAFailure() throws Exception {
    crowd.auditContext().withAuditLogAuthor(SCIM, () -> addUser("ada"));
    assertEquals(SCIM, newest().getAuthor());
    assertThrows(
        UserAlreadyExistsException.class,
        () -> crowd.auditContext().withAuditLogAuthor(SCIM, () -> addUser("ada")));
    addUser("bob");
    assertEquals(AuditLogAuthorType.OTHER, newest().getAuthor().getType());
  }

  @Test
  void namedSourceIsNoted() throws Exception {
    crowd
        .auditContext()
        .withAuditLogSource(AuditLogEventSource.SYNCHRONIZATION, () -> addUser("ada"));
    assertEquals(AuditLogEventSource.SYNCHRONIZATION, newest().getSource());
  }

  @Test
  void refusedWriteIsNotInTheLog() throws Exception {
    addUser("ada");
    Long before = newest().getId();
    assertThrows(UserAlreadyExistsException.class, () -> addUser("ada"));
    assertEquals(before, newest().getId());
  }

  @Test
  void ownEntriesAreSaved() throws Exception {
    AuditEvent event =
        new AuditEvent(
            0,
            null,
            SCIM,
            AuditLogEventType.CONFIGURATION_MODIFIED,
            null,
            "settings saved",
            AuditLogEventSource.MANUAL,
            List.of(),
            List.of(new AuditEvent.Change("mode", "live", "paused")));
    crowd.audit().saveAudit(event);
    AuditLogChangeset stored = newest();
    assertEquals(
        List.of(SCIM, event.getEventType(), "settings saved", event.getEntries()),
        List.of(
            stored.getAuthor(),
            stored.getEventType(),
            stored.getEventMessage(),
            List.copyOf(stored.getEntries())));
  }

  private AuditLogChangeset newest() {
    return crowd.auditLog(1).get(0);
  }
}
