package io.usagecollector.core.sink.http;

import java.util.concurrent.CompletableFuture;

/** A key for a service, fetched when it is first needed and kept. Thread-safe. */
public interface Credential {
  /**
   * The key: at once where it is kept, else as soon as it is fetched. Never waits. Ends with an
   * exception where it cannot be had, whose text never holds it. Whoever stops waiting leaves the
   * fetch to those who come after.
   */
  CompletableFuture<String> value();

  /**
   * Forgets what was kept, since the service refuses it: the next {@link #value} is fetched anew,
   * and the old one is never given again. Calls nobody and throws nothing.
   */
  void renew();
}
