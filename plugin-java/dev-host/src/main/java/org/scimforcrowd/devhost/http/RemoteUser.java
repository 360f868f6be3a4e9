package org.scimforcrowd.devhost.http;

import java.util.Optional;

/** The user of the request that runs on the current thread. */
public final class RemoteUser {
  private final ThreadLocal<String> name = new ThreadLocal<>();

  public Optional<String> get() {
    return Optional.ofNullable(name.get());
  }

  void set(Optional<String> user) {
    user.ifPresent(name::set);
  }

  void clear() {
    name.remove();
  }
}
