package com.atlassian.crowd.search.query.membership;

import com.atlassian.crowd.embedded.api.Query;
import com.atlassian.crowd.embedded.api.SearchRestriction;
import com.atlassian.crowd.search.EntityDescriptor;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** A search for the members of groups, or for the groups of members. */
public class MembershipQuery<T> implements Query<T> {
  private final Class<T> returnType;
  private final boolean findChildren;
  private final EntityDescriptor entityToMatch;
  private final EntityDescriptor entityToReturn;
  private final int startIndex;
  private final int maxResults;
  private final SearchRestriction searchRestriction;
  private final Set<String> entityNamesToMatch;

  public MembershipQuery(
      Class<T> returnType,
      boolean findChildren,
      EntityDescriptor entityToMatch,
      EntityDescriptor entityToReturn,
      int startIndex,
      int maxResults,
      SearchRestriction searchRestriction,
      String... entityNamesToMatch) {
    this(
        returnType,
        findChildren,
        entityToMatch,
        entityToReturn,
        startIndex,
        maxResults,
        searchRestriction,
        Arrays.asList(entityNamesToMatch));
  }

  public MembershipQuery(
      Class<T> returnType,
      boolean findChildren,
      EntityDescriptor entityToMatch,
      EntityDescriptor entityToReturn,
      int startIndex,
      int maxResults,
      SearchRestriction searchRestriction,
      Collection<String> entityNamesToMatch) {
    if (maxResults != EntityQuery.ALL_RESULTS && maxResults < 1) {
      throw new IllegalArgumentException("maxResults must be greater than 0 (unless set to -1)");
    }
    if (startIndex < 0) {
      throw new IllegalArgumentException("startIndex cannot be less than zero");
    }
    this.returnType = returnType;
    this.findChildren = findChildren;
    this.entityToMatch = entityToMatch;
    this.entityToReturn = entityToReturn;
    this.startIndex = startIndex;
    this.maxResults = maxResults;
    this.searchRestriction = searchRestriction;
    this.entityNamesToMatch = new LinkedHashSet<>(entityNamesToMatch);
  }

  public MembershipQuery(MembershipQuery<T> query, int startIndex, int maxResults) {
    this(
        query.returnType,
        query.findChildren,
        query.entityToMatch,
        query.entityToReturn,
        startIndex,
        maxResults,
        query.searchRestriction,
        query.entityNamesToMatch);
  }

  public MembershipQuery(MembershipQuery<?> query, Class<T> returnType) {
    this(
        returnType,
        query.findChildren,
        query.entityToMatch,
        query.entityToReturn,
        query.startIndex,
        query.maxResults,
        query.searchRestriction,
        query.entityNamesToMatch);
  }

  public EntityDescriptor getEntityToReturn() {
    return entityToReturn;
  }

  public EntityDescriptor getEntityToMatch() {
    return entityToMatch;
  }

  /** True: members of the named groups; false: groups of the named members. */
  public boolean isFindChildren() {
    return findChildren;
  }

  public Set<String> getEntityNamesToMatch() {
    return entityNamesToMatch;
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

  @Override
  public SearchRestriction getSearchRestriction() {
    return searchRestriction;
  }

  public MembershipQuery<T> withStartIndexAndMaxResult(int startIndex, int maxResults) {
    return new MembershipQuery<>(this, startIndex, maxResults);
  }

  public <Q> MembershipQuery<Q> withReturnType(Class<Q> returnType) {
    return new MembershipQuery<>(this, returnType);
  }

  public MembershipQuery<T> withEntityNames(Collection<String> entityNamesToMatch) {
    return new MembershipQuery<>(
        returnType,
        findChildren,
        entityToMatch,
        entityToReturn,
        startIndex,
        maxResults,
        searchRestriction,
        entityNamesToMatch);
  }

  public MembershipQuery<T> withAllResults() {
    return withStartIndexAndMaxResult(0, EntityQuery.ALL_RESULTS);
  }

  public boolean isWithAllResults() {
    return startIndex == 0 && maxResults == EntityQuery.ALL_RESULTS;
  }
}
