package com.atlassian.beehive;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/** A reentrant lock without conditions. */
public interface ClusterLock extends Lock {
  boolean isHeldByCurrentThread();

  @Override
  Condition newCondition();

  @Override
  void lockInterruptibly() throws InterruptedException;
}
