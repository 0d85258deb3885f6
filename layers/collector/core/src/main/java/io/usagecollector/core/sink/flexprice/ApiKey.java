package io.usagecollector.core.sink.flexprice;

/** The key for Flexprice, fetched when it is first needed and kept. Thread-safe. */
public interface ApiKey {
  /**
   * The key.
   *
   * @throws RuntimeException where it cannot be had; the text never holds it
   */
  String value();

  /** Forgets what was kept, so that the next {@link #value} is fetched anew. Throws nothing. */
  void renew();
}
