package io.usagecollector.cli.unit;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.Mapping;
import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.RegexPattern;
import io.usagecollector.bloblang.Result;
import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import java.util.ArrayList;
import java.util.List;

/** A condition's test: what of a message is not as it should be. */
sealed interface Check {
  /** Nothing if the condition holds. */
  List<Mismatch> against(Message message);

  private static String text(Message message) {
    return Str.of(message.content()).toString();
  }

  /** {@code bloblang}: a mapping that must make {@code true} of the message. */
  record Query(Mapping mapping) implements Check {
    @Override
    public List<Mismatch> against(Message message) {
      return switch (mapping.apply(message, Host.system())) {
        case Result.Failed failed -> said("it failed: " + failed.fault().text());
        case Result.Deleted _ -> said("it drops the message, and is to be true");
        case Result.Mapped mapped -> answer(mapped.message().structured());
      };
    }

    private static List<Mismatch> answer(Value value) {
      return switch (value) {
        case Bool b -> b.value() ? List.of() : said("it is false");
        case Err _ -> said("it is neither true nor false");
        default -> said("it is of type " + value.kind() + ", and is to be true");
      };
    }

    private static List<Mismatch> said(String text) {
      return List.of(new Mismatch.Said(text));
    }
  }

  /** {@code content_equals} and {@code file_equals}. */
  record Content(String expected) implements Check {
    @Override
    public List<Mismatch> against(Message message) {
      String received = text(message);
      return received.equals(expected)
          ? List.of()
          : List.of(new Mismatch.Content(expected, received));
    }
  }

  /** {@code content_matches}. */
  record Matches(String pattern, RegexPattern regex) implements Check {
    @Override
    public List<Mismatch> against(Message message) {
      String received = text(message);
      return regex.find(received) ? List.of() : List.of(new Mismatch.Unmatched(pattern, received));
    }
  }

  /** {@code metadata_equals}: the keys it names; what else there is does not matter. */
  record Metadata(MapObj expected) implements Check {
    @Override
    public List<Mismatch> against(Message message) {
      List<Mismatch> mismatches = new ArrayList<>();
      expected.forEach((key, value) -> {
        Value received = message.metadata().get(key);
        if (received == null || !Bloblang.equal(value, received)) {
          mismatches.add(new Mismatch.Metadata(key.toString(), value, received));
        }
      });
      return mismatches;
    }
  }

  /**
   * {@code json_equals}, {@code json_contains} and their {@code file_} forms.
   *
   * @param contains whether the message may have more than is expected
   */
  record Json(Value expected, boolean contains) implements Check {
    @Override
    public List<Mismatch> against(Message message) {
      return switch (Documents.read(message.content())) {
        case Err e -> List.of(new Mismatch.Said("the message is no JSON: " + e.text()));
        case Value received -> Documents.compare(expected, received, contains);
      };
    }
  }
}
