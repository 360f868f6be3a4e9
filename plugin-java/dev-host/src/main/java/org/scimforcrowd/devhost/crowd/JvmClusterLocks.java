package org.scimforcrowd.devhost.crowd;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Locks by name that hold within this JVM: the stand-in has one node. */
final class JvmClusterLocks implements ClusterLockService {
  private final Map<String, ClusterLock> locks = new ConcurrentHashMap<>();

  @Override
  public ClusterLock getLockForName(String lockName) {
    if (lockName == null || lockName.length() > Names.LIMIT) {
      throw new IllegalArgumentException("A lock's name has at most 255 characters");
    }
    return locks.computeIfAbsent(lockName, name -> new JvmClusterLock());
  }

  private static final class JvmClusterLock extends ReentrantLock implements ClusterLock {
    private static final long serialVersionUID = 1L;

    @Override
    public Condition newCondition() {
      throw new UnsupportedOperationException("Cluster locks have no conditions");
    }
  }
}
