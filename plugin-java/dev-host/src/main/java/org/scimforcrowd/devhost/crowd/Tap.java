package org.scimforcrowd.devhost.crowd;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Counts what goes to the database, for tests and benchmarks. */
public final class Tap {
  private final AtomicLong transactions = new AtomicLong();
  private final AtomicLong statements = new AtomicLong();
  private final AtomicLong rows = new AtomicLong();
  private volatile Consumer<String> listener = sql -> {};

  Tap() {}

  /** What went through since the last reset: transactions are manager calls, rows are rows read. */
  public record Count(long transactions, long statements, long rows) {}

  public Count count() {
    return new Count(transactions.get(), statements.get(), rows.get());
  }

  public void reset() {
    transactions.set(0);
    statements.set(0);
    rows.set(0);
  }

  /** Is called with each statement before it runs; what it throws, the call throws. */
  public void listen(Consumer<String> listener) {
    this.listener = listener;
  }

  void transaction() {
    transactions.incrementAndGet();
  }

  void statement(String sql) {
    statements.incrementAndGet();
    listener.accept(sql);
  }

  void row() {
    rows.incrementAndGet();
  }
}
