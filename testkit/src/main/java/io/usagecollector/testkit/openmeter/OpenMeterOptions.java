package io.usagecollector.testkit.openmeter;

import io.usagecollector.testkit.openmeter.access.TokenRole;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How a stand-in is to be. Everything has a default. */
public final class OpenMeterOptions {
  /** The token that Konnect's address takes when none is given; it may do everything. */
  public static final String DEFAULT_TOKEN = "spat_standin000000000000000000000000";

  int port;
  boolean tls = true;
  boolean keepBodies;
  boolean dedupes = true;
  int connections = 4;
  Duration subscribing = Duration.ofMillis(20);
  Duration storingDelay = Duration.ZERO;
  Clock clock = Clock.systemUTC();
  RandomGenerator random = RandomGenerator.getDefault();
  private final Map<String, TokenRole> tokens = new LinkedHashMap<>();
  private @Nullable Path data;

  /** A fixed port on 127.0.0.1; 0, the default, takes a free one. */
  public OpenMeterOptions port(int port) {
    this.port = port;
    return this;
  }

  /** HTTP without TLS. */
  public OpenMeterOptions plainHttp() {
    this.tls = false;
    return this;
  }

  /** Takes this token; the first one given is the one the stand-in names as its own. */
  public OpenMeterOptions token(String token, TokenRole role) {
    tokens.put(token, role);
    return this;
  }

  /** How long after the answer an event is stored, on the clock. Default: at once. */
  public OpenMeterOptions storingDelay(Duration delay) {
    this.storingDelay = delay;
    return this;
  }

  /** Stores what it has stored before, as a server that is not set up to look. */
  public OpenMeterOptions withoutDedupe() {
    this.dedupes = false;
    return this;
  }

  /** How many database connections there are. Default: 4. */
  public OpenMeterOptions connections(int all) {
    this.connections = all;
    return this;
  }

  /**
   * How long making a subscription holds its first database connection, in real time, before it
   * asks for the second. Default: 20 ms.
   */
  public OpenMeterOptions subscribing(Duration time) {
    this.subscribing = time;
    return this;
  }

  /** The clock of everything: server times, storing, recorder. Default: the system's. */
  public OpenMeterOptions clock(Clock clock) {
    this.clock = clock;
    return this;
  }

  /** Where ids come from. */
  public OpenMeterOptions random(RandomGenerator random) {
    this.random = random;
    return this;
  }

  /**
   * Keeps all it is given in this directory and starts from what is there. Default: memory only.
   */
  public OpenMeterOptions data(Path directory) {
    this.data = directory;
    return this;
  }

  /** Lets what is recorded of requests keep their bodies. */
  public OpenMeterOptions recordBodies() {
    this.keepBodies = true;
    return this;
  }

  Optional<Path> data() {
    return Optional.ofNullable(data);
  }

  /** Whom Konnect's address takes; never empty. */
  Map<String, TokenRole> tokens() {
    return tokens.isEmpty() ? Map.of(DEFAULT_TOKEN, TokenRole.ADMIN) : tokens;
  }
}
