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

/** How a {@link FlexpriceStandIn} is to be. Everything has a default. */
public final class StandInBuilder {
  /** The key accepted when none is given; it may do everything. */
  public static final String DEFAULT_KEY = "sk_01STANDIN0000000000000000";

  int port;
  boolean tls = true;
  boolean atomicBulk;
  boolean keepBodies;
  Duration processingDelay = Duration.ZERO;
  Clock clock = Clock.systemUTC();
  RandomGenerator random = RandomGenerator.getDefault();
  final List<ApiKey> keys = new ArrayList<>();
  private @Nullable Path data;

  StandInBuilder() {}

  /** A fixed port on 127.0.0.1; 0, the default, takes a free one. */
  public StandInBuilder port(int port) {
    this.port = port;
    return this;
  }

  /** HTTP without TLS. */
  public StandInBuilder plainHttp() {
    this.tls = false;
    return this;
  }

  /** Accepts this key; the first one given is {@link FlexpriceStandIn#apiKey()}. */
  public StandInBuilder key(ApiKey key) {
    keys.add(key);
    return this;
  }

  /**
   * A bulk that is refused leaves nothing behind; by default what stands before the bad event
   * stays.
   */
  public StandInBuilder atomicBulk() {
    this.atomicBulk = true;
    return this;
  }

  /** How long after the 202 an event counts, on the clock. Default: at once. */
  public StandInBuilder processingDelay(Duration delay) {
    this.processingDelay = delay;
    return this;
  }

  /**
   * The clock of everything: server times, key cache, processing, recorder. Default: the system's.
   */
  public StandInBuilder clock(Clock clock) {
    this.clock = clock;
    return this;
  }

  /** Where ids come from. */
  public StandInBuilder random(RandomGenerator random) {
    this.random = random;
    return this;
  }

  /**
   * Keeps all it is given in this directory and starts from what is there. Default: memory only.
   */
  public StandInBuilder data(Path directory) {
    this.data = directory;
    return this;
  }

  /** Lets {@link FlexpriceStandIn#requests()} keep bodies. */
  public StandInBuilder recordBodies() {
    this.keepBodies = true;
    return this;
  }

  Optional<Path> data() {
    return Optional.ofNullable(data);
  }

  /** Starts it; the port is bound when this returns. */
  public FlexpriceStandIn start() {
    if (keys.isEmpty()) {
      keys.add(ApiKey.of(DEFAULT_KEY, Role.SUPER_ADMIN));
    }
    return new FlexpriceStandIn(this);
  }
}
