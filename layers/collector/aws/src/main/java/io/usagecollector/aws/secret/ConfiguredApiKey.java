package io.usagecollector.aws.secret;

import io.usagecollector.core.config.variable.Secret;
import io.usagecollector.core.sink.http.Credential;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The API key that the configuration refers to. A key that is known is given at once, and asked for
 * anew beside that once it is old: a store of secrets that does not answer stops no delivery, as
 * long as the service takes the key. Thread-safe.
 */
public final class ConfiguredApiKey implements Credential {
  private static final Logger LOG = LoggerFactory.getLogger(ConfiguredApiKey.class);

  /** After this a rotated key is looked for. */
  private static final Duration FRESH = Duration.ofMinutes(5);

  /** How long a store that failed is left alone while there is a key. */
  private static final Duration LEFT_ALONE = Duration.ofMinutes(1);

  private record Kept(String value, Instant until) {}

  private final Secret secret;
  private final CachedSecrets secrets;
  private final InstantSource clock;
  private @Nullable Kept kept;
  private @Nullable CompletableFuture<String> fetch;
  private int refusals;

  public ConfiguredApiKey(Secret secret, CachedSecrets secrets, InstantSource clock) {
    this.secret = secret;
    this.secrets = secrets;
    this.clock = clock;
  }

  @Override
  public synchronized CompletableFuture<String> value() {
    Kept known = kept;
    if (known != null && clock.instant().isBefore(known.until())) {
      return CompletableFuture.completedFuture(known.value());
    }
    CompletableFuture<String> running = fetch == null ? begin() : fetch;
    return known == null ? running : CompletableFuture.completedFuture(known.value());
  }

  /** On a thread of its own, which may hang in a native read for as long as its client allows. */
  private CompletableFuture<String> begin() {
    var begun = new CompletableFuture<String>();
    fetch = begun;
    int refused = refusals;
    Thread.ofPlatform().daemon().name("api-key").start(() -> end(begun, refused));
    return begun;
  }

  private void end(CompletableFuture<String> begun, int refused) {
    try {
      secrets.renew(); // What is kept, and how long, is settled here.
      String value = secret.reveal(secrets);
      fetched(refused, value);
      begun.complete(value);
    } catch (RuntimeException | Error e) {
      failed(refused, e);
      begun.completeExceptionally(e);
    }
  }

  private synchronized void fetched(int refused, String value) {
    if (refused == refusals) {
      fetch = null;
      kept = new Kept(value, clock.instant().plus(FRESH));
    }
  }

  private synchronized void failed(int refused, Throwable e) {
    if (refused == refusals) {
      fetch = null;
      Kept known = kept;
      if (known != null) {
        LOG.warn(
            "The API key could not be fetched ({}): the one in use is kept until it is refused",
            e.getClass().getSimpleName());
        kept = new Kept(known.value(), clock.instant().plus(LEFT_ALONE));
      }
    }
  }

  /** A fetch that runs began before the refusal, and may bring the refused key: it is let go. */
  @Override
  public synchronized void renew() {
    kept = null;
    fetch = null;
    refusals++;
  }
}
