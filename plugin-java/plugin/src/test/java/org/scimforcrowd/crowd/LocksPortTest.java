package org.scimforcrowd.crowd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scimforcrowd.engine.PortFailure;

class LocksPortTest {
  private final ClusterLocks cluster = new ClusterLocks();
  private final LocksPort locks = new LocksPort(() -> Optional.of(cluster), Duration.ofMillis(50));
  private final ExecutorService other = Executors.newSingleThreadExecutor();

  @AfterEach
  void end() {
    other.shutdownNow();
  }

  @Test
  void keepsOthersOutUntilReleased() throws Exception {
    locks.take(List.of("user:ada"));
    assertEquals("timeout", fromOther("user:ada"));
    locks.release(List.of("user:ada"));
    assertEquals("taken", fromOther("user:ada"));
  }

  @Test
  void isReentrantAndFreeAfterAsManyReleases() throws Exception {
    locks.take(List.of("user:ada", "group:x"));
    locks.take(List.of("user:ada"));
    locks.release(List.of("user:ada"));
    assertEquals("timeout", fromOther("user:ada"));
    locks.release(List.of("user:ada", "group:x"));
    assertEquals("taken", fromOther("user:ada"));
    assertEquals(List.of(), cluster.held());
  }

  @Test
  void givesUpWhatItTookWhenOneIsNotFree() throws Exception {
    other.submit(() -> locks.take(List.of("group:x"))).get();
    PortFailure failure =
        assertThrows(
            PortFailure.class, () -> locks.take(List.of("user:ada", "group:x", "group:y")));
    assertEquals(PortFailure.Kind.TIMEOUT, failure.kind());
    ExecutorService third = Executors.newSingleThreadExecutor();
    third.submit(() -> locks.take(List.of("user:ada", "group:y"))).get();
    third.shutdown();
  }

  @Test
  void releasesAllOfAThread() throws Exception {
    locks.take(List.of("user:ada"));
    locks.take(List.of("user:ada", "group:x"));
    locks.releaseAll();
    assertEquals("taken", fromOther("user:ada"));
    assertEquals("taken", fromOther("group:x"));
  }

  @Test
  void doesNotReleaseWhatAnotherThreadHolds() throws Exception {
    locks.take(List.of("user:ada"));
    other.submit(() -> locks.release(List.of("user:ada"))).get();
    assertEquals("timeout", fromOther("user:ada"));
  }

  @Test
  void waitsForOtherNodesToo() throws Exception {
    locks.take(List.of("user:ada"));
    LocksPort otherNode = new LocksPort(() -> Optional.of(cluster), Duration.ofMillis(50));
    assertEquals("timeout", outcome(otherNode, "user:ada"));
    locks.release(List.of("user:ada"));
    assertEquals("taken", outcome(otherNode, "user:ada"));
  }

  @Test
  void takesStripesInSortedOrderAndNeverOneForTwoKinds() {
    locks.take(List.of("user:a", "group:a", "user:b", "group:a", "settings"));
    assertEquals(
        List.of(
            "scim-for-crowd.group.38",
            "scim-for-crowd.settings.35",
            "scim-for-crowd.user.50",
            "scim-for-crowd.user.51"),
        cluster.order);
  }

  @Test
  void worksWithoutClusterLocks() throws Exception {
    LocksPort alone = new LocksPort(Optional::empty, Duration.ofMillis(50));
    alone.take(List.of("user:ada"));
    assertEquals("timeout", outcome(alone, "user:ada"));
    alone.release(List.of("user:ada"));
    assertEquals("taken", outcome(alone, "user:ada"));
  }

  private String fromOther(String name) throws Exception {
    return outcome(locks, name);
  }

  private String outcome(LocksPort port, String name) throws Exception {
    return other
        .submit(
            () -> {
              try {
                port.take(List.of(name));
                port.release(List.of(name));
                return "taken";
              } catch (PortFailure failure) {
                return failure.kind().name().toLowerCase(Locale.ROOT);
              }
            })
        .get(5, TimeUnit.SECONDS);
  }

  private static final class ClusterLocks implements ClusterLockService {
    private final Map<String, HeldLock> locks = new ConcurrentHashMap<>();
    private final List<String> order = new ArrayList<>();

    @Override
    public ClusterLock getLockForName(String name) {
      order.add(name);
      return locks.computeIfAbsent(name, any -> new HeldLock());
    }

    List<String> held() {
      return locks.entrySet().stream()
          .filter(lock -> lock.getValue().isLocked())
          .map(Map.Entry::getKey)
          .toList();
    }
  }

  @SuppressWarnings("serial")
  private static final class HeldLock extends ReentrantLock implements ClusterLock {
    @Override
    public Condition newCondition() {
      throw new UnsupportedOperationException();
    }
  }
}
