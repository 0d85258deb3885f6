package io.usagecollector.testkit.flexprice.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of the stand-in's one tenant, behind the server's cache of two minutes: a revoked key in
 * use goes on working until its entry ends, and in an outage of the database so does any other.
 */
public final class ApiKeys {
  private static final Duration CACHED = Duration.ofMinutes(2);

  private final Clock clock;
  private final Map<String, ApiKey> database = new HashMap<>();
  private final Map<String, ApiKey> configFile = new HashMap<>();
  private final Map<String, Cached> cache = new HashMap<>();
  private Instant tenantKnownUntil = Instant.MIN;
  private boolean outage;
  private boolean suspended;

  private record Cached(ApiKey key, Instant until) {}

  public ApiKeys(Clock clock) {
    this.clock = clock;
  }

  /** Accepts a key from now on. */
  public synchronized void add(ApiKey key) {
    (key.fromConfigFile() ? configFile : database).put(key.value(), key);
  }

  /** Takes a key back; requests may go on working for up to two minutes. */
  public synchronized void revoke(String key) {
    database.remove(key);
    configFile.remove(key);
  }

  /** Takes the database away from the key and tenant lookups, or gives it back. */
  public synchronized void outage(boolean away) {
    outage = away;
  }

  /** Suspends the tenant: it may read and no longer write. */
  public synchronized void suspend(boolean suspend) {
    suspended = suspend;
  }

  public synchronized boolean suspended() {
    return suspended;
  }

  /** The key with this value, as far as the server can tell just now. */
  public synchronized Optional<ApiKey> find(String value) {
    ApiKey configured = configFile.get(value);
    if (configured != null) {
      return Optional.of(configured);
    }
    Instant now = clock.instant();
    Cached cached = cache.get(value);
    if (cached != null && now.isBefore(cached.until())) {
      return Optional.of(cached.key());
    }
    ApiKey found = outage ? null : database.get(value);
    if (found == null) {
      cache.remove(value);
      return Optional.empty();
    }
    cache.put(value, new Cached(found, now.plus(CACHED)));
    return Optional.of(found);
  }

  /** Whether the tenant of a known key can be looked up just now. */
  public synchronized boolean tenantKnown() {
    Instant now = clock.instant();
    if (now.isBefore(tenantKnownUntil)) {
      return true;
    }
    if (outage) {
      return false;
    }
    tenantKnownUntil = now.plus(CACHED);
    return true;
  }
}
