package org.scimforcrowd.devhost.crowd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.model.application.Application;
import com.atlassian.crowd.search.EntityDescriptor;
import com.atlassian.crowd.search.builder.QueryBuilder;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class SeedTest {
  @Test
  void secondStartOnTheSameDatabaseKeepsWhatIsThere() throws Exception {
    DataSource source = TestCrowds.newH2("seed");
    TestCrowds.on(source).directories().addDirectory(Seed.internal("Mine"));
    CrowdStandIn second = TestCrowds.on(source);
    assertEquals(
        List.of("Crowd Administrators' Directory", "Mine"),
        second
            .directories()
            .searchDirectories(
                QueryBuilder.queryFor(Directory.class, EntityDescriptor.directory())
                    .returningAtMost(EntityQuery.ALL_RESULTS))
            .stream()
            .map(Directory::getName)
            .toList());
    assertEquals(
        List.of("crowd", "demo-jira"),
        second.applications().findAll().stream().map(Application::getName).toList());
  }
}
