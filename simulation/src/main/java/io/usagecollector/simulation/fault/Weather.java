package io.usagecollector.simulation.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What goes wrong when. It clears up: from then on nothing new goes wrong, and all that was left
 * must be settled.
 *
 * @param faults what goes wrong by lot until it clears up
 * @param spells what goes wrong for all for a while
 * @param rotations when the API key was changed for another
 * @param clearsUp milliseconds since 1970-01-01T00:00:00Z
 */
public record Weather(Faults faults, List<Spell> spells, List<Long> rotations, long clearsUp) {
  private static final int MOST_SPELLS = 4;
  private static final long SHORTEST = Duration.ofMinutes(1).toMillis();
  private static final long LONGEST = Duration.ofMinutes(15).toMillis();

  public Weather {
    spells = List.copyOf(spells);
    rotations = List.copyOf(rotations);
  }

  /** A trouble, from a time until another. */
  public record Spell(Trouble trouble, long from, long until) {
    boolean covers(long now) {
      return from <= now && now < until;
    }
  }

  public static Weather drawn(RandomGenerator random, List<Trouble> troubles, long start) {
    long length = random.nextLong(SHORTEST, LONGEST);
    List<Spell> spells = new ArrayList<>();
    for (int i = random.nextInt(MOST_SPELLS + 1); i > 0; i--) {
      long from = start + random.nextLong(length);
      long until = from + random.nextLong(1 + start + length - from);
      spells.add(new Spell(troubles.get(random.nextInt(troubles.size())), from, until));
    }
    List<Long> rotations = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      rotations.add(start + random.nextLong(length));
    }
    return new Weather(Faults.drawn(random), spells, rotations, start + length);
  }

  /** Nothing goes wrong. */
  public static Weather fair(long start) {
    return new Weather(Faults.NONE, List.of(), List.of(), start);
  }

  /** What goes wrong by lot now. */
  public Faults at(long now) {
    return isClear(now) ? Faults.NONE : faults;
  }

  /** What goes wrong for all now: the first of what is drawn for this time. */
  public Optional<Trouble> trouble(long now) {
    return spells.stream().filter(spell -> spell.covers(now)).map(Spell::trouble).findFirst();
  }

  public boolean has(Trouble trouble, long now) {
    return spells.stream().anyMatch(spell -> spell.trouble() == trouble && spell.covers(now));
  }

  public boolean isClear(long now) {
    return now >= clearsUp;
  }

  /** The API key that is good now. */
  public String key(long now) {
    return "key-" + rotations.stream().filter(when -> when <= now).count();
  }
}
