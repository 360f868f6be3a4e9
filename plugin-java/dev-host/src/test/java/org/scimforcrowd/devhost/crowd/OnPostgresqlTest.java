package org.scimforcrowd.devhost.crowd;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** All facts on PostgreSQL, embedded. */
@Tag("postgresql")
class OnPostgresqlTest {
  @Nested
  class Identity extends IdentityFacts {
    Identity() {
      super(TestCrowds.postgresql());
    }
  }

  @Nested
  class Names extends NameFacts {
    Names() {
      super(TestCrowds.postgresql());
    }
  }

  @Nested
  class Conflicts extends ConflictFacts {
    Conflicts() {
      super(TestCrowds.postgresql());
    }
  }

  @Nested
  class Lifecycle extends LifecycleFacts {
    Lifecycle() {
      super(TestCrowds.postgresql());
    }
  }

  @Nested
  class Directories extends DirectoryFacts {
    Directories() {
      super(TestCrowds.postgresql());
    }
  }

  @Nested
  class Searches extends SearchFacts {
    Searches() {
      super(TestCrowds.postgresql());
    }
  }

  @Nested
  class Memberships extends MembershipFacts {
    Memberships() {
      super(TestCrowds.postgresql());
    }
  }

  @Nested
  class Attributes extends AttributeFacts {
    Attributes() {
      super(TestCrowds.postgresql());
    }
  }

  @Nested
  class Plugins extends PluginFacts {
    Plugins() {
      super(TestCrowds.postgresql());
    }
  }

  @Nested
  class Audit extends AuditFacts {
    Audit() {
      super(TestCrowds.postgresql());
    }
  }

  @Nested
  class Uncertainties extends UncertainFacts {
    Uncertainties() {
      super(TestCrowds.postgresql());
    }
  }

  @Nested
  class Costs extends CostFacts {
    Costs() {
      super(TestCrowds.postgresql());
    }
  }
}
