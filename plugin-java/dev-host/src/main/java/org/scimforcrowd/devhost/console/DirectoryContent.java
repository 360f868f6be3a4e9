package org.scimforcrowd.devhost.console;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.exception.CrowdException;
import com.atlassian.crowd.model.group.GroupWithAttributes;
import com.atlassian.crowd.model.user.UserWithAttributes;
import com.atlassian.crowd.search.EntityDescriptor;
import com.atlassian.crowd.search.builder.QueryBuilder;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import java.util.List;
import org.scimforcrowd.devhost.Crowd;

/** Users, groups and memberships of a directory, names sorted. */
final class DirectoryContent {
  private static final int ALL = EntityQuery.ALL_RESULTS;

  private final Crowd crowd;

  DirectoryContent(Crowd crowd) {
    this.crowd = crowd;
  }

  List<Directory> directories() {
    return crowd
        .directories()
        .searchDirectories(
            QueryBuilder.queryFor(Directory.class, EntityDescriptor.directory())
                .returningAtMost(ALL));
  }

  List<String> userNames(long directory) throws CrowdException {
    return sorted(
        crowd
            .directories()
            .searchUsers(
                directory,
                QueryBuilder.queryFor(String.class, EntityDescriptor.user())
                    .returningAtMost(ALL)));
  }

  List<String> groupNames(long directory) throws CrowdException {
    return sorted(
        crowd
            .directories()
            .searchGroups(
                directory,
                QueryBuilder.queryFor(String.class, EntityDescriptor.group())
                    .returningAtMost(ALL)));
  }

  UserWithAttributes user(long directory, String name) throws CrowdException {
    return crowd.directories().findUserWithAttributesByName(directory, name);
  }

  GroupWithAttributes group(long directory, String name) throws CrowdException {
    return crowd.directories().findGroupWithAttributesByName(directory, name);
  }

  List<String> groupsOfUser(long directory, String name) throws CrowdException {
    return sorted(
        crowd
            .directories()
            .searchDirectGroupRelationships(
                directory,
                QueryBuilder.queryFor(String.class, EntityDescriptor.group())
                    .parentsOf(EntityDescriptor.user())
                    .withName(name)
                    .returningAtMost(ALL)));
  }

  List<String> usersOfGroup(long directory, String name) throws CrowdException {
    return membersOf(directory, name, EntityDescriptor.user());
  }

  List<String> groupsOfGroup(long directory, String name) throws CrowdException {
    return membersOf(directory, name, EntityDescriptor.group());
  }

  private List<String> membersOf(long directory, String name, EntityDescriptor kind)
      throws CrowdException {
    return sorted(
        crowd
            .directories()
            .searchDirectGroupRelationships(
                directory,
                QueryBuilder.queryFor(String.class, kind)
                    .childrenOf(EntityDescriptor.group())
                    .withName(name)
                    .returningAtMost(ALL)));
  }

  private static List<String> sorted(List<String> names) {
    return names.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList();
  }
}
