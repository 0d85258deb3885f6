package io.usagecollector.core.careful;

import io.usagecollector.core.delivery.item.Inbound;
import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.SourceHandle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a batch is known by when it comes again: of a topic, the first record of each run of a
 * partition's, since a batch that did not end begins there again however it is cut; of a queue,
 * every message, since those come in any company.
 */
final class BatchNames {
  private BatchNames() {}

  static List<String> of(List<? extends Inbound> batch) {
    List<String> names = new ArrayList<>();
    Coordinates before = null;
    for (Inbound inbound : batch) {
      switch (inbound.handle()) {
        case SourceHandle.KafkaRecord(Coordinates at) -> {
          if (!follows(before, at)) {
            names.add(at.toString());
          }
          before = at;
        }
        case SourceHandle.QueueMessage message -> names.add(message.toString());
      }
    }
    return names;
  }

  private static boolean follows(@Nullable Coordinates before, Coordinates at) {
    return before != null
        && before.partition() == at.partition()
        && before.topic().equals(at.topic());
  }
}
