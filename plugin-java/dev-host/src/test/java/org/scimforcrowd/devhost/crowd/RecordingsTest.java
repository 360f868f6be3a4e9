package org.scimforcrowd.devhost.crowd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.atlassian.crowd.exception.DirectoryNotFoundException;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import org.junit.jupiter.api.Test;
import org.scimforcrowd.devhost.Crowd.Service;
import org.scimforcrowd.devhost.Recordings;

class RecordingsTest {
  private static final Recordings.Answer ANSWER =
      new Recordings.Answer(200, "text/plain", new byte[] {1, 2});

  private final CrowdStandIn crowd = TestCrowds.on(TestCrowds.newH2("recordings"));
  private final Recordings recordings = crowd.recordings();

  /** As plugins get it. */
  private final DirectoryManager manager =
      crowd.services().stream()
          .filter(service -> service.type() == DirectoryManager.class)
          .map(Service::service)
          .map(DirectoryManager.class::cast)
          .findFirst()
          .orElseThrow();

  @Test
  void makeTheSameCallsAgainAndGiveTheSameAnswer() throws Exception {
    recordings.begin();
    manager.findDirectoryById(1);
    assertThrows(DirectoryNotFoundException.class, () -> manager.findDirectoryById(-1));
    recordings.keep("reads", ANSWER);
    manager.findDirectoryById(1);

    long before = crowd.traffic().calls();
    assertArrayEquals(ANSWER.body(), recordings.replay("reads").body());
    assertEquals(2, crowd.traffic().calls() - before);
  }

  @Test
  void sayWhenACallEndsOtherwiseThanThen() throws Exception {
    recordings.begin();
    manager.addDirectory(Seed.internal("made once"));
    recordings.keep("adds", ANSWER);
    assertThrows(IllegalStateException.class, () -> recordings.replay("adds"));
  }

  @Test
  void areGoneWhenForgotten() {
    recordings.begin();
    recordings.keep("nothing", ANSWER);
    recordings.forgetAll();
    assertThrows(IllegalStateException.class, () -> recordings.replay("nothing"));
  }
}
