package com.atlassian.beehive;

/** Locks that hold on all nodes of a cluster. */
public interface ClusterLockService {
  /** A name is at most 255 characters. */
  ClusterLock getLockForName(String lockName);
}
