package io.usagecollector.simulation;

import io.usagecollector.simulation.event.Mapping;
import io.usagecollector.simulation.fault.Trouble;
import java.util.List;
import java.util.function.Predicate;

/**
 * What is played: a seed's world, which may be made worse on purpose.
 *
 * @param seed what all that happens in it is drawn from
 * @param laws which laws are asked, by their names
 * @param troubles what may go wrong for all, for a while
 * @param deployed the version of the mapping that is deployed while it goes on
 */
public record Story(long seed, Predicate<String> laws, List<Trouble> troubles, Mapping deployed) {
  /** As it must hold: under all laws, with a mapping that agrees on what makes an event. */
  public static Story of(long seed) {
    return new Story(seed, any -> true, List.of(Trouble.values()), Mapping.SECOND);
  }

  /** Under one law alone. */
  public Story under(String law) {
    return new Story(seed, law::equals, troubles, deployed);
  }

  /** With this trouble and no other. */
  public Story during(Trouble trouble) {
    return new Story(seed, laws, List.of(trouble), deployed);
  }

  /** With another mapping deployed. */
  public Story deploying(Mapping mapping) {
    return new Story(seed, laws, troubles, mapping);
  }
}
