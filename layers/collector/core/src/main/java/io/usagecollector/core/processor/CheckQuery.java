package io.usagecollector.core.processor;

import io.usagecollector.bloblang.Fault;
import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.Mapping;
import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.Result;
import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Value;
import io.usagecollector.core.place.ProcessorPlace;
import java.util.List;

/** A query that answers true or false of a message. */
public record CheckQuery(Mapping query, ProcessorPlace place) {
  /** What a query answered. */
  sealed interface Answer {
    /** It said so. */
    record Said(boolean yes) implements Answer {}

    /** It failed, or answered neither. */
    record Failed(Fault fault) implements Answer {}
  }

  private static final Answer YES = new Answer.Said(true);
  private static final Answer NO = new Answer.Said(false);

  /** Asks of one message of a batch. */
  Answer ask(List<Message> batch, int index, Host host) {
    return switch (query.apply(batch, index, host)) {
      case Result.Mapped(Message made) -> answer(made.structured());
      case Result.Deleted _ ->
          new Answer.Failed(
              Fault.of("query mapping resulted in deleted message, expected a boolean value"));
      case Result.Failed(Fault fault, Message _) -> new Answer.Failed(fault);
    };
  }

  private static Answer answer(Value value) {
    return switch (value) {
      case Bool bool -> bool.value() ? YES : NO;
      case Err error -> failed(error);
      case Value other -> failed(Err.typeFrom("mapping", other, "bool"));
    };
  }

  private static Answer failed(Err error) {
    return new Answer.Failed(new Fault(error.text(), error.valueFree()));
  }
}
