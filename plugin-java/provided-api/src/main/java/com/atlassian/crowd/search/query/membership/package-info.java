/**
 * Left out of {@code MembershipQuery}: deprecated constructors (gone in Crowd 7.1) and what splits
 * name lists.
 */
package com.atlassian.crowd.search.query.membership;
