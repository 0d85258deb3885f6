package io.usagecollector.bench.mapping;

import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.Mapping;
import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.Result;

/** Bytes in, bytes out: what a collector does with a mapping for one event. */
final class EventMapping {
  private static final byte[] NOTHING = {};

  private EventMapping() {}

  /** The mapped event's bytes, none if it was dropped. */
  static byte[] bytes(Mapping mapping, byte[] event) {
    return switch (mapping.apply(Message.of(event), Host.system())) {
      case Result.Mapped(Message message) -> message.content();
      case Result.Deleted() -> NOTHING;
      case Result.Failed(var fault, var message) -> throw new IllegalStateException(fault.text());
    };
  }
}
