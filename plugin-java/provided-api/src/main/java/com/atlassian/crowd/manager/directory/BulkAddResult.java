package com.atlassian.crowd.manager.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What became of many additions. */
public class BulkAddResult<T> {
  private final long attemptedToAdd;
  private final boolean overwriteUsed;
  private final List<T> failedEntities;
  private final List<T> existingEntities;

  private BulkAddResult(Builder<T> builder) {
    attemptedToAdd = builder.attemptingToAdd;
    overwriteUsed = builder.overwrite;
    failedEntities = List.copyOf(builder.failedEntities);
    existingEntities = List.copyOf(builder.existingEntities);
  }

  public Collection<T> getFailedEntities() {
    return failedEntities;
  }

  public Collection<T> getExistingEntities() {
    return existingEntities;
  }

  public boolean isOverwriteUsed() {
    return overwriteUsed;
  }

  public long getAttemptedToAdd() {
    return attemptedToAdd;
  }

  public long getAddedSuccessfully() {
    return attemptedToAdd - failedEntities.size() - (overwriteUsed ? 0 : existingEntities.size());
  }

  public static <T> Builder<T> builder(long attemptingToAdd) {
    return new Builder<>(attemptingToAdd);
  }

  /** Collects what became of them. */
  public static class Builder<T> {
    private final long attemptingToAdd;
    private boolean overwrite;
    private final List<T> failedEntities = new ArrayList<>();
    private final List<T> existingEntities = new ArrayList<>();

    public Builder(long attemptingToAdd) {
      this.attemptingToAdd = attemptingToAdd;
    }

    public Builder<T> setOverwrite(boolean overwrite) {
      this.overwrite = overwrite;
      return this;
    }

    public Builder<T> addFailedEntities(Collection<T> entities) {
      failedEntities.addAll(entities);
      return this;
    }

    public Builder<T> addFailedEntity(T entity) {
      failedEntities.add(entity);
      return this;
    }

    public Builder<T> addExistingEntities(Collection<T> entities) {
      existingEntities.addAll(entities);
      return this;
    }

    public Builder<T> addExistingEntity(T entity) {
      existingEntities.add(entity);
      return this;
    }

    public BulkAddResult<T> build() {
      return new BulkAddResult<>(this);
    }
  }
}
