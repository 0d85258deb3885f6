package io.usagecollector.bloblang.formats;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.CompileException;
import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.Result;
import java.nio.charset.StandardCharsets;

/** Runs a mapping that has the formats on a message, and says in a line what came of it. */
final class Run {
  private Run() {}

  static String mapping(String mapping, String input) {
    try {
      Result result =
          Formats.addTo(Bloblang.standard())
              .compile(mapping)
              .apply(Message.of(input), Host.system());
      return switch (result) {
        case Result.Deleted deleted -> "<deleted>";
        case Result.Failed failed -> "error: " + failed.fault().text();
        case Result.Mapped mapped -> new String(mapped.message().content(), StandardCharsets.UTF_8);
      };
    } catch (CompileException e) {
      return "compile: " + e.errors().get(0).message();
    }
  }
}
