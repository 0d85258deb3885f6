package io.usagecollector.tooling.trial;

import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.Result;
import io.usagecollector.core.config.mapping.CompiledMapping;
import java.util.List;

/**
 * The messages a file makes up, with {@code input.generate}.
 *
 * @param compiled the mapping that makes one, out of a message that is empty
 * @param count how many there are; 0: without end
 * @param batchSize how many make a batch, at least one
 */
public record Generated(CompiledMapping compiled, int count, int batchSize) {
  private static final Message NOTHING = Message.of(new byte[0]);

  /** The next message; failed or dropped where the mapping says so. */
  public Result next(Host host) {
    return compiled.mapping().apply(List.of(NOTHING), 0, host);
  }
}
