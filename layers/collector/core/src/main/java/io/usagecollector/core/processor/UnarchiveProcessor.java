package io.usagecollector.core.processor;

import io.usagecollector.bloblang.Fault;
import io.usagecollector.bloblang.GoText;
import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Value;
import io.usagecollector.core.place.ProcessorPlace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@code unarchive}: takes a message apart. Its parts have its metadata, and are numbered upwards
 * from it, whatever becomes of them later. What it fails on stays whole.
 */
public record UnarchiveProcessor(Format format, ProcessorPlace place) implements Processor {
  /** More would be a record built to exhaust what one invocation can deliver. */
  public static final int MOST_PARTS = 10_000;

  /** What a message is made of. */
  public enum Format {
    /** The elements of a JSON array. */
    JSON_ARRAY,
    /** Its lines; upstream so, what follows the last line feed is one too, be it empty. */
    LINES
  }

  /** What became of a message. */
  private sealed interface Outcome {
    record Parts(List<Message> messages) implements Outcome {}

    record Failed(Fault fault) implements Outcome {}
  }

  @Override
  public List<Draft> apply(List<Draft> batch, Passage passage) {
    var result = new ArrayList<Draft>();
    for (Draft draft : batch) {
      switch (apart(draft.message())) {
        case Outcome.Failed(Fault fault) -> result.add(draft.failed(draft.message(), fault, place));
        case Outcome.Parts(List<Message> messages) -> {
          passage.tookApart(messages.size());
          for (int i = 0; i < messages.size(); i++) {
            result.add(new Draft(draft.ordinal() + i, messages.get(i), draft.failedAt()));
          }
        }
      }
    }
    return result;
  }

  private Outcome apart(Message message) {
    return switch (format) {
      case JSON_ARRAY -> elements(message);
      case LINES -> lines(message);
    };
  }

  private static Outcome elements(Message message) {
    Value document = message.structured();
    if (document instanceof Arr array) {
      return array.size() > MOST_PARTS ? tooMany(array.size()) : elements(message, array);
    }
    String start = "failed to parse message into JSON array: ";
    if (document instanceof Err error) {
      return new Outcome.Failed(new Fault(start + error.text(), start + error.valueFree()));
    }
    return failed(start + "invalid type '" + GoText.type(document) + "'");
  }

  private static Outcome elements(Message message, Arr array) {
    var parts = new ArrayList<Message>(array.size());
    for (int i = 0; i < array.size(); i++) {
      parts.add(message.withStructured(array.get(i)));
    }
    return new Outcome.Parts(parts);
  }

  private static Outcome lines(Message message) {
    byte[] content = message.content();
    var parts = new ArrayList<Message>();
    int start = 0;
    for (int i = 0; i <= content.length; i++) {
      if (i == content.length || content[i] == '\n') {
        parts.add(message.withContent(Arrays.copyOfRange(content, start, i)));
        start = i + 1;
        if (parts.size() > MOST_PARTS) {
          return tooMany(parts.size());
        }
      }
    }
    return new Outcome.Parts(parts);
  }

  private static Outcome tooMany(int parts) {
    return failed(
        "the message has "
            + parts
            + " parts or more, and is taken apart into "
            + MOST_PARTS
            + " at most");
  }

  private static Outcome failed(String text) {
    return new Outcome.Failed(Fault.of(text));
  }
}
