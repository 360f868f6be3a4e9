package org.scimforcrowd.devhost.crowd;

import org.junit.jupiter.api.Nested;

/** All facts on H2. */
class OnH2Test {
  @Nested
  class Identity extends IdentityFacts {
    Identity() {
      super(TestCrowds.h2());
    }
  }

  @Nested
  class Names extends NameFacts {
    Names() {
      super(TestCrowds.h2());
    }
  }

  @Nested
  class Conflicts extends ConflictFacts {
    Conflicts() {
      super(TestCrowds.h2());
    }
  }

  @Nested
  class Lifecycle extends LifecycleFacts {
    Lifecycle() {
      super(TestCrowds.h2());
    }
  }

  @Nested
  class Directories extends DirectoryFacts {
    Directories() {
      super(TestCrowds.h2());
    }
  }

  @Nested
  class Searches extends SearchFacts {
    Searches() {
      super(TestCrowds.h2());
    }
  }

  @Nested
  class Memberships extends MembershipFacts {
    Memberships() {
      super(TestCrowds.h2());
    }
  }

  @Nested
  class Attributes extends AttributeFacts {
    Attributes() {
      super(TestCrowds.h2());
    }
  }

  @Nested
  class Plugins extends PluginFacts {
    Plugins() {
      super(TestCrowds.h2());
    }
  }

  @Nested
  class Audit extends AuditFacts {
    Audit() {
      super(TestCrowds.h2());
    }
  }

  @Nested
  class Uncertainties extends UncertainFacts {
    Uncertainties() {
      super(TestCrowds.h2());
    }
  }

  @Nested
  class Costs extends CostFacts {
    Costs() {
      super(TestCrowds.h2());
    }
  }
}
