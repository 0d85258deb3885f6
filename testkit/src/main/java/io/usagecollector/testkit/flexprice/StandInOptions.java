package io.usagecollector.testkit.flexprice;

import io.usagecollector.testkit.flexprice.access.ApiKey;
import io.usagecollector.testkit.flexprice.access.Role;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How a stand-in is to be. Everything has a default. */
public final class StandInOptions {
  /** The key accepted when none is given; it may do everything. */
  public static final String DEFAULT_KEY = "sk_01STANDIN0000000000000000";

  int port;
  boolean tls = true;
  boolean atomicBulk;
  boolean keepBodies;
  Duration processingDelay = Duration.ZERO;
  Duration replicaLag = Duration.ZERO;
  Clock clock = Clock.systemUTC();
  RandomGenerator random = RandomGenerator.getDefault();
  private final List<ApiKey> keys = new ArrayList<>();
  private @Nullable Path data;

  /** A fixed port on 127.0.0.1; 0, the default, takes a free one. */
  public StandInOptions port(int port) {
    this.port = port;
    return this;
  }

  /** HTTP without TLS. */
  public StandInOptions plainHttp() {
    this.tls = false;
    return this;
  }

  /** Accepts this key; the first one given is the one the stand-in names as its own. */
  public StandInOptions key(ApiKey key) {
    keys.add(key);
    return this;
  }

  /**
   * A bulk that is refused leaves nothing behind; by default what stands before the bad event
   * stays.
   */
  public StandInOptions atomicBulk() {
    this.atomicBulk = true;
    return this;
  }

  /** How long after the 202 an event counts, on the clock. Default: at once. */
  public StandInOptions processingDelay(Duration delay) {
    this.processingDelay = delay;
    return this;
  }

  /**
   * How far the lists and lookups of customers, plans, prices and subscriptions are behind what was
   * written, on the clock. Default: not at all.
   */
  public StandInOptions replicaLag(Duration lag) {
    this.replicaLag = lag;
    return this;
  }

  /**
   * The clock of everything: server times, key cache, processing, recorder. Default: the system's.
   */
  public StandInOptions clock(Clock clock) {
    this.clock = clock;
    return this;
  }

  /** Where ids come from. */
  public StandInOptions random(RandomGenerator random) {
    this.random = random;
    return this;
  }

  /**
   * Keeps all it is given in this directory and starts from what is there. Default: memory only.
   */
  public StandInOptions data(Path directory) {
    this.data = directory;
    return this;
  }

  /** Lets what is recorded of requests keep their bodies. */
  public StandInOptions recordBodies() {
    this.keepBodies = true;
    return this;
  }

  Optional<Path> data() {
    return Optional.ofNullable(data);
  }

  /** Whom it accepts; never empty. */
  List<ApiKey> keys() {
    return keys.isEmpty() ? List.of(ApiKey.of(DEFAULT_KEY, Role.SUPER_ADMIN)) : List.copyOf(keys);
  }
}
