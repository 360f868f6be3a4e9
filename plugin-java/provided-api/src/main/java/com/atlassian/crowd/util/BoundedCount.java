package com.atlassian.crowd.util;

import java.util.Objects;

/** A count that stopped at a limit. */
public class BoundedCount {
  private final long count;
  private final boolean exact;

  private BoundedCount(long count, boolean exact) {
    this.count = count;
    this.exact = exact;
  }

  public static BoundedCount exactly(long count) {
    return new BoundedCount(count, true);
  }

  public static BoundedCount atLeast(long count) {
    return new BoundedCount(count, false);
  }

  public static BoundedCount fromCountedItemsAndLimit(long count, long potentialMaxCount) {
    return count < potentialMaxCount ? exactly(count) : atLeast(count);
  }

  public long getCount() {
    return count;
  }

  public boolean isExact() {
    return exact;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BoundedCount that && count == that.count && exact == that.exact;
  }

  @Override
  public int hashCode() {
    return Objects.hash(count, exact);
  }
}
