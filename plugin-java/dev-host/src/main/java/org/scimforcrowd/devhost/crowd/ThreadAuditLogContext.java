package org.scimforcrowd.devhost.crowd;

import com.atlassian.crowd.audit.AuditLogAuthor;
import com.atlassian.crowd.audit.AuditLogAuthorType;
import com.atlassian.crowd.audit.AuditLogContext;
import com.atlassian.crowd.audit.AuditLogContextCallback;
import com.atlassian.crowd.audit.AuditLogEventSource;
import com.atlassian.crowd.audit.ImmutableAuditLogAuthor;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Author and source of what this thread writes: those named, else the one who is logged in, else
 * nobody.
 */
final class ThreadAuditLogContext implements AuditLogContext {
  private final ThreadLocal<AuditLogAuthor> author = new ThreadLocal<>();
  private final ThreadLocal<AuditLogEventSource> source = new ThreadLocal<>();
  private final Supplier<Optional<String>> currentUser;

  ThreadAuditLogContext(Supplier<Optional<String>> currentUser) {
    this.currentUser = currentUser;
  }

  @Override
  public <T> T withAuditLogAuthor(AuditLogAuthor newAuthor, AuditLogContextCallback<T> callback)
      throws Exception {
    return with(author, newAuthor, callback);
  }

  @Override
  public <T> T withAuditLogSource(
      AuditLogEventSource newSource, AuditLogContextCallback<T> callback) throws Exception {
    return with(source, newSource, callback);
  }

  AuditLogAuthor author() {
    if (author.get() != null) {
      return author.get();
    }
    return currentUser
        .get()
        .map(name -> new ImmutableAuditLogAuthor(null, name, AuditLogAuthorType.USER))
        .orElse(new ImmutableAuditLogAuthor(null, "", AuditLogAuthorType.OTHER));
  }

  AuditLogEventSource source() {
    return source.get() == null ? AuditLogEventSource.MANUAL : source.get();
  }

  private static <V, T> T with(ThreadLocal<V> place, V value, AuditLogContextCallback<T> callback)
      throws Exception {
    V before = place.get();
    place.set(value);
    try {
      return callback.execute();
    } finally {
      if (before == null) {
        place.remove();
      } else {
        place.set(before);
      }
    }
  }
}
