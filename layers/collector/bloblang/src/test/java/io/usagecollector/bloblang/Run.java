package io.usagecollector.bloblang;

import java.nio.charset.StandardCharsets;

/** Runs a mapping on a message for a test, and says in a line what came of it. */
public final class Run {
  private Run() {}

  public static String mapping(String mapping, String input) {
    return mapping(Bloblang.standard(), mapping, input);
  }

  public static String mapping(Bloblang language, String mapping, String input) {
    try {
      return said(language.compile(mapping).apply(Message.of(input), Host.system()));
    } catch (CompileException e) {
      return "compile: " + e.errors().get(0).message();
    }
  }

  public static String mutation(String mapping, String input) {
    try {
      return said(
          Bloblang.standard().compileMutation(mapping).apply(Message.of(input), Host.system()));
    } catch (CompileException e) {
      return "compile: " + e.errors().get(0).message();
    }
  }

  public static String said(Result result) {
    return switch (result) {
      case Result.Deleted deleted -> "<deleted>";
      case Result.Failed failed -> "error: " + failed.fault().text();
      case Result.Mapped mapped -> text(mapped.message());
    };
  }

  public static String text(Message message) {
    return new String(message.content(), StandardCharsets.UTF_8);
  }
}
