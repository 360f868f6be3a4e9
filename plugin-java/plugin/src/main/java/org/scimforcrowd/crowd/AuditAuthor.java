package org.scimforcrowd.crowd;

import com.atlassian.crowd.audit.AuditLogAuthorType;
import com.atlassian.crowd.audit.AuditLogContext;
import com.atlassian.crowd.audit.ImmutableAuditLogAuthor;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Says in Crowd's audit log which connection changed something. Without Crowd's AuditLogContext it
 * says nothing.
 */
public final class AuditAuthor {
  private final Supplier<Optional<AuditLogContext>> auditLog;
  private final ThreadLocal<String> name = new ThreadLocal<>();

  public AuditAuthor(Supplier<Optional<AuditLogContext>> auditLog) {
    this.auditLog = auditLog;
  }

  /** From now on changes of this thread are that author's, until {@link #clear()}. */
  public void set(String author) {
    name.set(author);
  }

  public void clear() {
    name.remove();
  }

  <T> T run(CrowdCall<T> call) throws Exception {
    String author = name.get();
    Optional<AuditLogContext> context = author == null ? Optional.empty() : auditLog.get();
    if (context.isEmpty()) {
      return call.run();
    }
    return context
        .get()
        .withAuditLogAuthor(
            new ImmutableAuditLogAuthor(null, author, AuditLogAuthorType.PLUGIN), call::run);
  }
}
