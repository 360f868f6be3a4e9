package com.atlassian.crowd.search.query.entity;

import com.atlassian.crowd.embedded.api.Query;
import com.atlassian.crowd.embedded.api.SearchRestriction;
import com.atlassian.crowd.search.EntityDescriptor;
import com.atlassian.crowd.search.builder.QueryBuilder;
import java.util.Objects;

/** A page of a search. `startIndex` is 0-based; `maxResults` at least 1, or ALL_RESULTS. */
public abstract class EntityQuery<T> implements Query<T> {
  public static final int MAX_MAX_RESULTS = 1000;
  public static final int ALL_RESULTS = -1;

  private final Class<T> returnType;
  private final EntityDescriptor entityDescriptor;
  private final SearchRestriction searchRestriction;
  private final int startIndex;
  private final int maxResults;

  public EntityQuery(
      Class<T> returnType,
      EntityDescriptor entityDescriptor,
      SearchRestriction searchRestriction,
      int startIndex,
      int maxResults) {
    if (maxResults != ALL_RESULTS && maxResults < 1) {
      throw new IllegalArgumentException("maxResults must be greater than 0 (unless set to -1)");
    }
    if (startIndex < 0) {
      throw new IllegalArgumentException("startIndex cannot be less than zero");
    }
    this.returnType = Objects.requireNonNull(returnType, "returnType");
    this.entityDescriptor = Objects.requireNonNull(entityDescriptor, "entityDescriptor");
    this.searchRestriction = Objects.requireNonNull(searchRestriction, "searchRestriction");
    this.startIndex = startIndex;
    this.maxResults = maxResults;
  }

  public EntityQuery(EntityQuery<?> query, Class<T> returnType) {
    this(
        returnType,
        query.entityDescriptor,
        query.searchRestriction,
        query.startIndex,
        query.maxResults);
  }

  public EntityQuery(EntityQuery<T> query, int startIndex, int maxResults) {
    this(query.returnType, query.entityDescriptor, query.searchRestriction, startIndex, maxResults);
  }

  public EntityDescriptor getEntityDescriptor() {
    return entityDescriptor;
  }

  @Override
  public SearchRestriction getSearchRestriction() {
    return searchRestriction;
  }

  @Override
  public int getStartIndex() {
    return startIndex;
  }

  @Override
  public int getMaxResults() {
    return maxResults;
  }

  @Override
  public Class<T> getReturnType() {
    return returnType;
  }

  public static int addToMaxResults(int maxResults, int add) {
    return maxResults == ALL_RESULTS ? ALL_RESULTS : Math.addExact(maxResults, add);
  }

  public static long allResultsToLongMax(int maxResults) {
    return maxResults == ALL_RESULTS ? Long.MAX_VALUE : maxResults;
  }

  public <Q> EntityQuery<Q> withReturnType(Class<Q> returnType) {
    return QueryBuilder.queryFor(
        returnType, entityDescriptor, searchRestriction, startIndex, maxResults);
  }

  public EntityQuery<T> withStartIndex(int startIndex) {
    return withStartIndexAndMaxResults(startIndex, maxResults);
  }

  public EntityQuery<T> withMaxResults(int maxResults) {
    return withStartIndexAndMaxResults(startIndex, maxResults);
  }

  public EntityQuery<T> withStartIndexAndMaxResults(int startIndex, int maxResults) {
    return QueryBuilder.queryFor(
        returnType, entityDescriptor, searchRestriction, startIndex, maxResults);
  }

  public EntityQuery<T> withSearchRestriction(SearchRestriction searchRestriction) {
    return QueryBuilder.queryFor(
        returnType, entityDescriptor, searchRestriction, startIndex, maxResults);
  }

  public EntityQuery<T> withAllResults() {
    return withStartIndexAndMaxResults(0, ALL_RESULTS);
  }

  public EntityQuery<T> addToMaxResults(int add) {
    return withMaxResults(addToMaxResults(maxResults, add));
  }

  public boolean hasAllResults() {
    return startIndex == 0 && maxResults == ALL_RESULTS;
  }
}
