package com.atlassian.crowd.search.builder;

import com.atlassian.crowd.embedded.api.SearchRestriction;
import com.atlassian.crowd.search.EntityDescriptor;
import com.atlassian.crowd.search.query.entity.ApplicationQuery;
import com.atlassian.crowd.search.query.entity.DirectoryQuery;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import com.atlassian.crowd.search.query.entity.GroupQuery;
import com.atlassian.crowd.search.query.entity.UserQuery;
import com.atlassian.crowd.search.query.entity.restriction.NullRestrictionImpl;
import com.atlassian.crowd.search.query.membership.MembershipQuery;
import java.util.Collection;

/** Builds queries the way they are read. */
public class QueryBuilder {
  public static final SearchRestriction NULL_RESTRICTION = NullRestrictionImpl.INSTANCE;

  public static <T> PartialEntityQuery<T> queryFor(Class<T> returnType, EntityDescriptor entity) {
    return new PartialEntityQuery<>(returnType, entity);
  }

  /**
   * A query for users, groups, directories or applications; others are an IllegalArgumentException.
   */
  public static <T> EntityQuery<T> queryFor(
      Class<T> returnType,
      EntityDescriptor entity,
      SearchRestriction searchRestriction,
      int startIndex,
      int maxResults) {
    return switch (entity.getEntityType()) {
      case USER -> new UserQuery<>(returnType, searchRestriction, startIndex, maxResults);
      case GROUP ->
          new GroupQuery<>(
              returnType, entity.getGroupType(), searchRestriction, startIndex, maxResults);
      case DIRECTORY -> new DirectoryQuery<>(returnType, searchRestriction, startIndex, maxResults);
      case APPLICATION ->
          new ApplicationQuery<>(returnType, searchRestriction, startIndex, maxResults);
      default -> throw new IllegalArgumentException("Cannot search for " + entity.getEntityType());
    };
  }

  public static <T> MembershipQuery<T> createMembershipQuery(
      int maxResults,
      int startIndex,
      boolean findMembers,
      EntityDescriptor entityToReturn,
      Class<T> returnType,
      EntityDescriptor entityToMatch,
      SearchRestriction searchRestriction,
      String... namesToMatch) {
    return new MembershipQuery<>(
        returnType,
        findMembers,
        entityToMatch,
        entityToReturn,
        startIndex,
        maxResults,
        searchRestriction,
        namesToMatch);
  }

  /** Knows what to return. */
  public static class PartialEntityQuery<T> {
    private final Class<T> returnType;
    private final EntityDescriptor entity;

    public PartialEntityQuery(Class<T> returnType, EntityDescriptor entity) {
      this.returnType = returnType;
      this.entity = entity;
    }

    public PartialEntityQueryWithRestriction<T> with(SearchRestriction restriction) {
      return new PartialEntityQueryWithRestriction<>(returnType, entity, restriction);
    }

    public PartialEntityQueryWithStartIndex<T> startingAt(int index) {
      return with(NULL_RESTRICTION).startingAt(index);
    }

    public EntityQuery<T> returningAtMost(int maxResults) {
      return startingAt(0).returningAtMost(maxResults);
    }

    public PartialMembershipQueryWithEntityToMatch<T> childrenOf(EntityDescriptor entityToMatch) {
      return with(NULL_RESTRICTION).childrenOf(entityToMatch);
    }

    public PartialMembershipQueryWithEntityToMatch<T> parentsOf(EntityDescriptor entityToMatch) {
      return with(NULL_RESTRICTION).parentsOf(entityToMatch);
    }
  }

  /** Knows what to look for. */
  public static class PartialEntityQueryWithRestriction<T> {
    private final Class<T> returnType;
    private final EntityDescriptor entity;
    private final SearchRestriction restriction;

    public PartialEntityQueryWithRestriction(
        Class<T> returnType, EntityDescriptor entity, SearchRestriction restriction) {
      this.returnType = returnType;
      this.entity = entity;
      this.restriction = restriction;
    }

    public PartialEntityQueryWithStartIndex<T> startingAt(int index) {
      return new PartialEntityQueryWithStartIndex<>(returnType, entity, restriction, index);
    }

    public EntityQuery<T> returningAtMost(int maxResults) {
      return startingAt(0).returningAtMost(maxResults);
    }

    public PartialMembershipQueryWithEntityToMatch<T> childrenOf(EntityDescriptor entityToMatch) {
      return new PartialMembershipQueryWithEntityToMatch<>(
          returnType, entity, entityToMatch, true, restriction);
    }

    public PartialMembershipQueryWithEntityToMatch<T> parentsOf(EntityDescriptor entityToMatch) {
      return new PartialMembershipQueryWithEntityToMatch<>(
          returnType, entity, entityToMatch, false, restriction);
    }
  }

  /** Knows where the page begins. */
  public static class PartialEntityQueryWithStartIndex<T> {
    private final Class<T> returnType;
    private final EntityDescriptor entity;
    private final SearchRestriction restriction;
    private final int startIndex;

    public PartialEntityQueryWithStartIndex(
        Class<T> returnType,
        EntityDescriptor entity,
        SearchRestriction restriction,
        int startIndex) {
      this.returnType = returnType;
      this.entity = entity;
      this.restriction = restriction;
      this.startIndex = startIndex;
    }

    /** `maxResults` is at least 1, or EntityQuery.ALL_RESULTS; else an IllegalArgumentException. */
    public EntityQuery<T> returningAtMost(int maxResults) {
      return queryFor(returnType, entity, restriction, startIndex, maxResults);
    }
  }

  /** Knows which kind of thing stands at the other end. */
  public static class PartialMembershipQueryWithEntityToMatch<T> {
    private final Class<T> returnType;
    private final EntityDescriptor entityToReturn;
    private final EntityDescriptor entityToMatch;
    private final boolean findMembers;
    private final SearchRestriction searchRestriction;

    public PartialMembershipQueryWithEntityToMatch(
        Class<T> returnType,
        EntityDescriptor entityToReturn,
        EntityDescriptor entityToMatch,
        boolean findMembers,
        SearchRestriction searchRestriction) {
      this.returnType = returnType;
      this.entityToReturn = entityToReturn;
      this.entityToMatch = entityToMatch;
      this.findMembers = findMembers;
      this.searchRestriction = searchRestriction;
    }

    public PartialMembershipQueryWithNameToMatch<T> withName(String name) {
      return withNames(name);
    }

    public PartialMembershipQueryWithNameToMatch<T> withNames(String... names) {
      return new PartialMembershipQueryWithNameToMatch<>(
          returnType, entityToReturn, entityToMatch, findMembers, searchRestriction, names);
    }

    public PartialMembershipQueryWithNameToMatch<T> withNames(Collection<String> names) {
      return withNames(names.toArray(new String[0]));
    }
  }

  /** Knows whose members or groups are wanted. */
  public static class PartialMembershipQueryWithNameToMatch<T> {
    private final Class<T> returnType;
    private final EntityDescriptor entityToReturn;
    private final EntityDescriptor entityToMatch;
    private final boolean findMembers;
    private final SearchRestriction searchRestriction;
    private final String[] namesToMatch;

    public PartialMembershipQueryWithNameToMatch(
        Class<T> returnType,
        EntityDescriptor entityToReturn,
        EntityDescriptor entityToMatch,
        boolean findMembers,
        SearchRestriction searchRestriction,
        String... namesToMatch) {
      this.returnType = returnType;
      this.entityToReturn = entityToReturn;
      this.entityToMatch = entityToMatch;
      this.findMembers = findMembers;
      this.searchRestriction = searchRestriction;
      this.namesToMatch = namesToMatch.clone();
    }

    public PartialMembershipQueryWithStartIndex<T> startingAt(int index) {
      return new PartialMembershipQueryWithStartIndex<>(
          returnType,
          entityToReturn,
          entityToMatch,
          findMembers,
          index,
          searchRestriction,
          namesToMatch);
    }

    public MembershipQuery<T> returningAtMost(int maxResults) {
      return startingAt(0).returningAtMost(maxResults);
    }
  }

  /** Knows where the page of memberships begins. */
  public static class PartialMembershipQueryWithStartIndex<T> {
    private final Class<T> returnType;
    private final EntityDescriptor entityToReturn;
    private final EntityDescriptor entityToMatch;
    private final boolean findMembers;
    private final int startIndex;
    private final SearchRestriction searchRestriction;
    private final String[] namesToMatch;

    public PartialMembershipQueryWithStartIndex(
        Class<T> returnType,
        EntityDescriptor entityToReturn,
        EntityDescriptor entityToMatch,
        boolean findMembers,
        int startIndex,
        SearchRestriction searchRestriction,
        String... namesToMatch) {
      this.returnType = returnType;
      this.entityToReturn = entityToReturn;
      this.entityToMatch = entityToMatch;
      this.findMembers = findMembers;
      this.startIndex = startIndex;
      this.searchRestriction = searchRestriction;
      this.namesToMatch = namesToMatch.clone();
    }

    public MembershipQuery<T> returningAtMost(int maxResults) {
      return createMembershipQuery(
          maxResults,
          startIndex,
          findMembers,
          entityToReturn,
          returnType,
          entityToMatch,
          searchRestriction,
          namesToMatch);
    }
  }
}
