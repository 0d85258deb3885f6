package io.usagecollector.aws.dynamodb;

import io.usagecollector.aws.dynamodb.StateTable.LostException;
import io.usagecollector.aws.dynamodb.StateTable.Update;
import io.usagecollector.core.customer.CreatePermits;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.Polling;
import io.usagecollector.core.customer.Sleeper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Two permits for all processes, as the item {@code permits#SERVICE}: each has an owner, {@code
 * owner_1}, and an end, {@code until_1}, milliseconds since 1970-01-01T00:00:00Z, 20 s after it was
 * taken. One that is not put back, since its holder died, is free after its end. Where the table is
 * away a process has permits of its own. The item never expires. Thread-safe.
 */
public final class DynamoDbPermits implements CreatePermits {
  private static final Logger LOG = LoggerFactory.getLogger(DynamoDbPermits.class);

  private static final int PERMITS = 2;
  private static final Duration HELD = Duration.ofSeconds(20);

  /** Between the last answer of the service and the end of the permit. */
  private static final Duration SAFETY = Duration.ofSeconds(1);

  private final StateTable table;
  private final String key;
  private final CreatePermits own;
  private final InstantSource clock;
  private final Sleeper sleeper;
  private final RandomGenerator random;

  /**
   * @param service the billing service's name
   * @param own what this process goes by where the table is away
   * @param random thread-safe
   */
  public DynamoDbPermits(
      StateTable table,
      String service,
      CreatePermits own,
      InstantSource clock,
      Sleeper sleeper,
      RandomGenerator random) {
    this.table = table;
    this.key = "permits#" + service;
    this.own = own;
    this.clock = clock;
    this.sleeper = sleeper;
    this.random = random;
  }

  @Override
  public Optional<Permit> acquire(Deadline deadline) {
    var polling = new Polling(sleeper, random);
    String owner = UUID.randomUUID().toString();
    try {
      while (!deadline.isOver()) {
        int first = random.nextInt(PERMITS);
        for (int i = 0; i < PERMITS; i++) {
          int slot = 1 + (first + i) % PERMITS;
          Instant until = clock.instant().plus(HELD);
          if (take(slot, owner, until)) {
            return Optional.of(new Taken(slot, owner, until(deadline, until)));
          }
        }
        if (!polling.again(deadline)) {
          break;
        }
      }
      return Optional.empty();
    } catch (AwayException e) {
      LOG.warn("this process alone counts what it creates for a while: {}", e.why());
      return own.acquire(deadline);
    }
  }

  private static Deadline until(Deadline callers, Instant end) {
    Instant work = end.minus(SAFETY);
    return work.isBefore(callers.ends()) ? new Deadline(callers.clock(), work) : callers;
  }

  /** An end further ahead than a new one's was set by a clock that is wrong. */
  private boolean take(int slot, String owner, Instant until) throws AwayException {
    String end = "until_" + slot;
    var values =
        Map.of(
            ":owner", AttributeValue.fromS(owner),
            ":until", millis(until),
            ":now", millis(clock.instant()),
            ":ahead", millis(until.plus(HELD)));
    String condition =
        "attribute_not_exists(%s) OR %s <= :now OR %s > :ahead".formatted(end, end, end);
    String holder = "owner_" + slot;
    try {
      table.write(
          key, new Update("%s = :owner, %s = :until".formatted(holder, end), condition, values));
      return true;
    } catch (LostException e) {
      AttributeValue stands = e.item().get(holder);
      return stands != null && owner.equals(stands.s());
    }
  }

  private static AttributeValue millis(Instant time) {
    return AttributeValue.fromN(Long.toString(time.toEpochMilli()));
  }

  private final class Taken implements Permit {
    private final int slot;
    private final String owner;
    private final Deadline deadline;

    Taken(int slot, String owner, Deadline deadline) {
      this.slot = slot;
      this.owner = owner;
      this.deadline = deadline;
    }

    @Override
    public Deadline deadline() {
      return deadline;
    }

    /** Another's by now: then there is nothing to put back. */
    @Override
    public void close() {
      String holder = "owner_" + slot;
      try {
        table.write(
            key,
            new Update(
                "put_back = :now REMOVE %s, until_%d".formatted(holder, slot),
                holder + " = :owner",
                Map.of(":owner", AttributeValue.fromS(owner), ":now", millis(clock.instant()))));
      } catch (LostException e) {
        LOG.info("a permit was taken over before it was put back");
      } catch (AwayException e) {
        LOG.warn("a permit is not put back before it ends: {}", e.why());
      }
    }
  }
}
