package org.scimforcrowd.devhost.crowd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.atlassian.crowd.exception.DirectoryNotFoundException;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scimforcrowd.devhost.Crowd.Service;
import org.scimforcrowd.devhost.Crowd.Strike;

class FaultyCallsTest {
  private static final CrowdStandIn CROWD = TestCrowds.on(TestCrowds.newH2("faulty"));

  /** As plugins get it. */
  private final DirectoryManager manager =
      CROWD.services().stream()
          .filter(service -> service.type() == DirectoryManager.class)
          .map(Service::service)
          .map(DirectoryManager.class::cast)
          .findFirst()
          .orElseThrow();

  @Test
  void failTheCallThatWasNamed() {
    record Case(int call, Strike strike, String outcomes) {}
    for (Case given :
        List.of(
            new Case(0, Strike.BEFORE, "fine fine fine false"),
            new Case(1, Strike.BEFORE, "failed fine fine true"),
            new Case(2, Strike.BEFORE, "fine failed fine true"),
            new Case(2, Strike.AFTER, "fine failed fine true"),
            new Case(2, Strike.CUT, "fine failed failed true"),
            new Case(4, Strike.CUT, "fine fine fine false"))) {
      CROWD.armFault(given.call, given.strike);
      List<String> outcomes = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        outcomes.add(outcome());
      }
      outcomes.add(String.valueOf(CROWD.disarmFault()));
      assertEquals(given.outcomes, String.join(" ", outcomes), given.toString());
    }
    assertEquals("fine", outcome());
  }

  @Test
  void failBeforeOrAfterTheEffect() throws Exception {
    for (Strike strike : Strike.values()) {
      String name = "made " + strike;
      CROWD.armFault(1, strike);
      assertThrows(DatabaseException.class, () -> manager.addDirectory(Seed.internal(name)));
      assertTrue(CROWD.disarmFault());
      assertEquals(strike == Strike.AFTER, exists(name));
    }
  }

  @Test
  void leaveTheManagersOwnExceptionsAsTheyAre() {
    assertThrows(DirectoryNotFoundException.class, () -> manager.findDirectoryById(-1));
  }

  private String outcome() {
    try {
      manager.findDirectoryByName("Crowd Administrators' Directory");
      return "fine";
    } catch (DatabaseException e) {
      return "failed";
    } catch (DirectoryNotFoundException e) {
      return "missing";
    }
  }

  private static boolean exists(String name) {
    try {
      return CROWD.directories().findDirectoryByName(name) != null;
    } catch (DirectoryNotFoundException e) {
      return false;
    }
  }
}
