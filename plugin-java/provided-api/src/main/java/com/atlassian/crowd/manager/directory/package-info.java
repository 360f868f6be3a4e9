/**
 * Left out of {@code DirectoryManager}, since nobody here calls it and its types or shape differ
 * between versions of Crowd: {@code searchDirectGroupRelationshipsGroupedByName}, {@code
 * filterNestedUserMembersOfGroups}, the {@code Set} form of {@code isUserNestedGroupMember}, {@code
 * isGroupNestedGroupMember}, {@code addAllGroups}, {@code findRemoteUserByName}, avatars,
 * synchronisation, expiry of passwords, {@code updateUserFromRemoteDirectory}, {@code
 * userAuthenticated} and {@code findAuthorisedApplications}.
 */
package com.atlassian.crowd.manager.directory;
