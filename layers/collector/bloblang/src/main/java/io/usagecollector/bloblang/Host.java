package io.usagecollector.bloblang;

import java.util.random.RandomGenerator;

/**
 * What a running mapping may know of the world, handed in with every {@code apply}: a mapping has
 * no clock or randomness of its own. A caller who must give the same answer for the same record
 * binds these to the record.
 *
 * {@snippet :
 * Host host = new Host() {
 *   @Override
 *   public long unixNanos() {
 *     return 1_597_405_526_000_000_000L;
 *   }
 *
 *   @Override
 *   public RandomGenerator random() {
 *     return new Random(7);
 *   }
 * };
 * Mapping mapping = Bloblang.standard().compile("root.at = now()\nroot.die = random_int(min: 1, max: 6)");
 * Message event = Message.of("{}");
 * Result first = mapping.apply(event, host);
 * if (first instanceof Result.Mapped(Message mapped)) {
 *   System.out.println(new String(mapped.content(), UTF_8)); // {"at":"2020-08-14T11:45:26Z","die":1}
 * }
 * }
 */
public interface Host {
  /** The time, in nanoseconds since 1970, as {@code now()} and {@code timestamp_unix()} see it. */
  long unixNanos();

  /** What {@code uuid_v4()}, {@code random_int()}, {@code nanoid()} and the like draw from. */
  RandomGenerator random();

  /** What {@code hostname()} answers. */
  default String hostname() {
    return "localhost";
  }

  /** What {@code flow_id()} answers: an id of the message's way through the pipeline. */
  default String flowId() {
    return "";
  }

  /** Until when the run may go on; no mapping sees it. */
  default TimeLimit timeLimit() {
    return TimeLimit.NONE;
  }

  /** This machine's clock and a generator seeded by the system. */
  static Host system() {
    return new Host() {
      @Override
      public long unixNanos() {
        return Machine.unixNanos();
      }

      @Override
      public RandomGenerator random() {
        return Machine.RANDOM;
      }

      @Override
      public String hostname() {
        return Machine.hostname();
      }
    };
  }
}
