package io.usagecollector.bloblang.formats;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.CompileException;
import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.Result;
import io.usagecollector.bloblang.value.Str;
import java.nio.charset.StandardCharsets;

/** Runs a mapping that has the formats on a message, and says in a line what came of it. */
final class Run {
  private Run() {}

  static String mapping(String mapping, String input) {
    return mapping(Formats.addTo(Bloblang.standard()), mapping, Message.of(input));
  }

  /** With the metadata {@code schema}. */
  static String mapping(Bloblang language, String mapping, String input, String schema) {
    return mapping(language, mapping, Message.of(input).withMetadata("schema", Str.of(schema)));
  }

  private static String mapping(Bloblang language, String mapping, Message message) {
    try {
      return switch (language.compile(mapping).apply(message, Host.system())) {
        case Result.Deleted deleted -> "<deleted>";
        case Result.Failed failed -> "error: " + failed.fault().text();
        case Result.Mapped mapped -> new String(mapped.message().content(), StandardCharsets.UTF_8);
      };
    } catch (CompileException e) {
      return "compile: " + e.errors().get(0).message();
    }
  }
}
