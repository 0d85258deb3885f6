package io.usagecollector.simulation.billing;

import io.usagecollector.simulation.event.Kind;
import io.usagecollector.simulation.fault.Faults;
import io.usagecollector.simulation.fault.Trouble;
import io.usagecollector.simulation.fault.Weather;
import io.usagecollector.simulation.ledger.Happening;
import io.usagecollector.simulation.world.Surroundings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The billing service, as far as delivery can see it: what it is sent, what it bills, what it
 * answers. Its answers are the real one's; a bulk of several that it refuses may have been billed
 * up to the bad event.
 */
public final class BillingService {
  private static final long KEY_IS_CACHED = Duration.ofMinutes(2).toMillis();
  private static final int LONGEST_PAUSE = 40;

  private final Surroundings world;

  public BillingService(Surroundings world) {
    this.world = world;
  }

  /** The key that a secret store would hand out now. */
  public String currentKey() {
    return world.weather().key(world.now());
  }

  /** What becomes of a request that has arrived. */
  ServiceReply receive(boolean single, String key, byte[] body) {
    Optional<Trouble> trouble = world.weather().trouble(world.now());
    if (trouble.isPresent()) {
      Optional<ServiceReply> troubled = troubled(trouble.get(), body);
      if (troubled.isPresent()) {
        return troubled.get();
      }
    }
    if (!isGood(key)) {
      return Replies.keyRefused();
    }
    List<ReceivedEvent> events = RequestBody.read(body);
    return byLot(events).orElseGet(() -> judged(single, events));
  }

  private boolean isGood(String key) {
    Weather weather = world.weather();
    return key.equals(weather.key(world.now()))
        || key.equals(weather.key(world.now() - KEY_IS_CACHED));
  }

  private Optional<ServiceReply> troubled(Trouble trouble, byte[] body) {
    return switch (trouble) {
      case OUTAGE -> Optional.of(Replies.unavailable(Optional.empty()));
      case SILENCE -> {
        if (world.random().nextInt(4) == 0) {
          List<ReceivedEvent> events = RequestBody.read(body);
          bill(events.subList(0, firstBad(events)));
        }
        yield Optional.of(new ServiceReply.Silent());
      }
      case STORM -> Optional.of(Replies.throttled(pause()));
      case KEY_REVOKED -> Optional.of(Replies.keyRefused());
      case GATEWAY_REFUSES -> Optional.of(Replies.gatewayRefuses());
      case REFUSES_ALL -> Optional.of(Replies.refused());
      case PORTAL -> Optional.of(ServiceReply.page(200));
      case QUEUES_CLOSED, ACCOUNTS_AWAY, PROVISIONING_REFUSED, NO_PLAN, TABLE_AWAY ->
          Optional.empty();
    };
  }

  private Optional<ServiceReply> byLot(List<ReceivedEvent> events) {
    Faults faults = world.faults();
    if (world.happens(faults.throttled())) {
      return Optional.of(Replies.throttled(pause()));
    }
    if (world.happens(faults.unavailable())) {
      bill(events.subList(0, world.random().nextInt(firstBad(events) + 1)));
      return Optional.of(Replies.unavailable(pause()));
    }
    return world.happens(faults.strange()) ? Optional.of(strange()) : Optional.empty();
  }

  private ServiceReply strange() {
    return switch (world.random().nextInt(4)) {
      case 0 -> ServiceReply.page(200);
      case 1 -> ServiceReply.page(202);
      case 2 -> ServiceReply.json(409, "{\"code\":\"already_exists\"}");
      default -> ServiceReply.json(200, "{\"message\":\"We are down for maintenance\"}");
    };
  }

  private ServiceReply judged(boolean single, List<ReceivedEvent> events) {
    int bad = firstBad(events);
    if (bad == events.size()) {
      bill(events);
      return Replies.accepted(single);
    }
    boolean prefix = world.random().nextBoolean();
    if (prefix) {
      bill(events.subList(0, bad));
    }
    return switch (events.get(bad).kind()) {
      case BREAKS -> Replies.brokenDown();
      case HANGS -> new ServiceReply.Silent();
      case RESETS -> new ServiceReply.Broken();
      case BLOCKED -> ServiceReply.page(403);
      case REFUSED -> prefix ? Replies.missingName() : Replies.refused();
      case GOOD, FILTERED, FAULTY -> throw new IllegalStateException("it is not bad");
    };
  }

  private static int firstBad(List<ReceivedEvent> events) {
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i).kind() != Kind.GOOD) {
        return i;
      }
    }
    return events.size();
  }

  private Optional<Duration> pause() {
    return world.random().nextBoolean()
        ? Optional.empty()
        : Optional.of(Duration.ofSeconds(world.random().nextInt(1, LONGEST_PAUSE)));
  }

  private void bill(List<ReceivedEvent> events) {
    if (!events.isEmpty()) {
      world.tell(new Happening.Billed(world.now(), List.copyOf(events)));
    }
  }
}
