package org.scimforcrowd.crowd;

import com.atlassian.beehive.ClusterLockService;
import com.google.gson.JsonElement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.scimforcrowd.engine.Arguments;
import org.scimforcrowd.engine.Port;
import org.scimforcrowd.engine.PortFailure;

/**
 * Named locks as stripes: some names of one kind share one; the kind is what stands before the
 * first colon, so that who holds a group and takes its users cannot block who holds another group.
 * Each stripe is a lock in the JVM and, where Crowd has a ClusterLockService, one of that (ADR
 * 0005). Taken in sorted order, reentrant, at most the given wait for all.
 */
public final class LocksPort implements Port {
  private static final int STRIPES_OF_A_KIND = 64;

  /**
   * Locks of users have stripes of their own, after all others: a membership request takes them one
   * by one while it holds its group's. On shared stripes two such requests could wait for one
   * another.
   */
  private static final String USERS = "user:";

  private static final String CLUSTER_NAME = "scim-for-crowd.";

  private final Supplier<Optional<ClusterLockService>> cluster;
  private final Duration wait;
  private final ConcurrentMap<String, Stripe> stripes = new ConcurrentHashMap<>();

  public LocksPort(Supplier<Optional<ClusterLockService>> cluster, Duration wait) {
    this.cluster = cluster;
    this.wait = wait;
  }

  @Override
  public JsonElement call(String method, Arguments arguments) {
    switch (method) {
      case "take" -> take(arguments.texts(0));
      case "release" -> release(arguments.texts(0));
      default -> throw Port.unknownMethod(method);
    }
    return null;
  }

  /**
   * @throws PortFailure of kind timeout; then none of the names is held by this call
   */
  void take(List<String> names) {
    long deadline = System.nanoTime() + wait.toNanos();
    Deque<Stripe> taken = new ArrayDeque<>();
    try {
      for (Stripe stripe : stripesOf(names)) {
        if (!stripe.take(deadline)) {
          throw new PortFailure(PortFailure.Kind.TIMEOUT, String.join(", ", names));
        }
        taken.push(stripe);
      }
    } catch (RuntimeException failure) {
      taken.forEach(Stripe::release);
      throw failure;
    }
  }

  void release(List<String> names) {
    List<Stripe> held = stripesOf(names);
    for (int i = held.size() - 1; i >= 0; i--) {
      held.get(i).release();
    }
  }

  /**
   * Gives up whatever the current thread still holds: a stopped script does not run its finally
   * blocks.
   */
  public void releaseAll() {
    for (Stripe stripe : stripes.values()) {
      while (stripe.local.isHeldByCurrentThread()) {
        stripe.release();
      }
    }
  }

  private List<Stripe> stripesOf(List<String> names) {
    return names.stream()
        .map(LocksPort::stripeName)
        .distinct()
        .sorted()
        .map(name -> stripes.computeIfAbsent(name, Stripe::new))
        .toList();
  }

  /** E.g. user.07; the width makes text order the order of numbers. */
  private static String stripeName(String name) {
    int colon = name.indexOf(':');
    String kind = colon < 0 ? name : name.substring(0, colon);
    return String.format(
        Locale.ROOT, "%s.%02d", kind, Math.floorMod(name.hashCode(), STRIPES_OF_A_KIND));
  }

  private final class Stripe {
    private final String name;
    private final ReentrantLock local = new ReentrantLock();
    private Lock ofCluster;

    Stripe(String name) {
      this.name = CLUSTER_NAME + name;
    }

    boolean take(long deadline) {
      if (!tryLock(local, deadline)) {
        return false;
      }
      boolean mine = false;
      try {
        mine = local.getHoldCount() > 1 || takeInCluster(deadline);
        return mine;
      } finally {
        if (!mine) {
          local.unlock();
        }
      }
    }

    private boolean takeInCluster(long deadline) {
      Optional<ClusterLockService> service = cluster.get();
      if (service.isEmpty()) {
        return true;
      }
      Lock lock = CrowdCall.of("lock", () -> service.get().getLockForName(name));
      boolean taken = CrowdCall.of("lock", () -> tryLock(lock, deadline));
      ofCluster = taken ? lock : null;
      return taken;
    }

    /** Does nothing for a thread that does not hold it. */
    void release() {
      if (!local.isHeldByCurrentThread()) {
        return;
      }
      Lock lock = local.getHoldCount() == 1 ? ofCluster : null;
      try {
        if (lock != null) {
          ofCluster = null;
          CrowdCall.of("unlock", () -> unlock(lock));
        }
      } finally {
        local.unlock();
      }
    }

    private static Void unlock(Lock lock) {
      lock.unlock();
      return null;
    }

    private static boolean tryLock(Lock lock, long deadline) {
      try {
        return lock.tryLock(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }
}
