/**
 * Left out of {@code EntityQuery}: what splits long OR lists ({@code baseSplitQuery} and others).
 */
package com.atlassian.crowd.search.query.entity;
