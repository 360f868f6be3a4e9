package org.scimforcrowd.devhost.osgi;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** An exception and its causes as one text: each with its type and the first line of its message. */
final class Reasons {
  private static final int MOST = 8;

  private Reasons() {}

  static String of(Throwable thrown) {
    List<String> reasons = new ArrayList<>();
    for (Throwable t = thrown; t != null && reasons.size() < MOST; t = t.getCause()) {
      String message = Objects.toString(t.getMessage(), "").lines().findFirst().orElse("");
      reasons.add(t.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message));
    }
    return String.join("; caused by ", reasons);
  }
}
