package org.scimforcrowd.devhost.http;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.User;
import com.atlassian.crowd.exception.DirectoryNotFoundException;
import com.atlassian.crowd.exception.OperationFailedException;
import com.atlassian.crowd.exception.UserNotFoundException;
import com.atlassian.crowd.search.EntityDescriptor;
import com.atlassian.crowd.search.builder.QueryBuilder;
import com.atlassian.crowd.search.builder.Restriction;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import com.atlassian.crowd.search.query.entity.restriction.constants.GroupTermKeys;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.scimforcrowd.devhost.Crowd;

/** Users and groups over all active directories, the first directory that has a user wins. */
final class CrowdUsers {
  private final Crowd crowd;

  CrowdUsers(Crowd crowd) {
    this.crowd = crowd;
  }

  Optional<User> find(String name) {
    return directories().stream().flatMap(d -> find(d, name).stream()).findFirst();
  }

  boolean isInGroup(String name, String group) {
    return directories().stream().anyMatch(d -> isInGroup(d, name, group));
  }

  List<String> groupNames(String prefix, int start, int most) {
    TreeSet<String> names = new TreeSet<>();
    for (Directory directory : directories()) {
      names.addAll(groupNames(directory, prefix));
    }
    return names.stream().skip(start).limit(most).toList();
  }

  private List<Directory> directories() {
    EntityQuery<Directory> all =
        QueryBuilder.queryFor(Directory.class, EntityDescriptor.directory())
            .returningAtMost(EntityQuery.ALL_RESULTS);
    return crowd.directories().searchDirectories(all).stream().filter(Directory::isActive).toList();
  }

  private Optional<User> find(Directory directory, String name) {
    try {
      return Optional.of(crowd.directories().findUserByName(directory.getId(), name));
    } catch (UserNotFoundException | DirectoryNotFoundException | OperationFailedException e) {
      return Optional.empty();
    }
  }

  private boolean isInGroup(Directory directory, String name, String group) {
    try {
      return crowd.directories().isUserNestedGroupMember(directory.getId(), name, group);
    } catch (DirectoryNotFoundException | OperationFailedException e) {
      return false;
    }
  }

  private List<String> groupNames(Directory directory, String prefix) {
    try {
      return crowd
          .directories()
          .searchGroups(
              directory.getId(),
              QueryBuilder.queryFor(String.class, EntityDescriptor.group())
                  .with(Restriction.on(GroupTermKeys.NAME).startingWith(prefix))
                  .returningAtMost(EntityQuery.ALL_RESULTS));
    } catch (DirectoryNotFoundException | OperationFailedException e) {
      return List.of();
    }
  }
}
