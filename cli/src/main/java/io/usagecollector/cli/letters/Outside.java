package io.usagecollector.cli.letters;

import io.usagecollector.cli.letters.queue.QueueClients;
import java.time.InstantSource;

/**
 * What a command reaches out to.
 *
 * @param queues the clients of queues
 * @param claims what is too large for them
 * @param clock tells what time it is
 */
public record Outside(QueueClients queues, ClaimStores claims, InstantSource clock) {
  /** AWS, as it is now. */
  public static Outside aws() {
    return new Outside(QueueClients.aws(), ClaimStores.aws(), InstantSource.system());
  }
}
