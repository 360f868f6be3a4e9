/**
 * Left out of {@code QueryBuilder}: the deprecated {@code createMembershipQuery} and constructors,
 * {@code ofType}.
 */
package com.atlassian.crowd.search.builder;
