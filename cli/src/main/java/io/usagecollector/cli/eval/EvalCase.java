package io.usagecollector.cli.eval;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.CompileException;
import io.usagecollector.bloblang.Fault;
import io.usagecollector.bloblang.GoText;
import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.ImportSource;
import io.usagecollector.bloblang.Json;
import io.usagecollector.bloblang.Mapping;
import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.Result;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.FloatNum;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Time;
import io.usagecollector.bloblang.value.Value;
import io.usagecollector.cli.terminal.UnusableInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mapping to evaluate, on its own, from a fresh compile. */
record EvalCase(Value id, String mapping, List<Message> messages, int index, ImportSource files) {
  static EvalCase parse(String line) {
    if (!(Json.readFirst(line.getBytes(StandardCharsets.UTF_8), false) instanceof Obj object)) {
      throw new UnusableInputException("not a JSON object: " + line);
    }
    return new EvalCase(
        field(object, "id"),
        text(object, "mapping"),
        messages(object),
        index(object),
        files(object));
  }

  private static Value field(Obj object, String name) {
    Value value = object.get(name);
    return value == null ? Null.NULL : value;
  }

  private static String text(Obj object, String name) {
    return field(object, name) instanceof Str s ? s.toString() : "";
  }

  private static int index(Obj object) {
    return field(object, "index") instanceof FloatNum n ? (int) n.value() : 0;
  }

  private static List<Message> messages(Obj object) {
    List<Message> messages = new ArrayList<>();
    if (field(object, "messages") instanceof Arr array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.get(i) instanceof Obj message) {
          messages.add(message(message));
        }
      }
    }
    return messages;
  }

  private static Message message(Obj object) {
    Message message =
        Message.of(field(object, "content") instanceof Str s ? s.toBytes() : new byte[0]);
    if (field(object, "metadata") instanceof Obj metadata) {
      message = message.withMetadata(metadata.entries());
    }
    String error = text(object, "error");
    return error.isEmpty() ? message : message.withFault(Fault.of(error));
  }

  private static ImportSource files(Obj object) {
    Value files = field(object, "files");
    return path -> {
      @Nullable Value text = files instanceof Obj known ? known.get(path) : null;
      if (text == null) {
        throw new IOException("open " + path + ": no such file or directory");
      }
      return text.toString();
    };
  }

  /** The result, as a line of JSON. */
  String answer(Bloblang language) {
    MapObj answer = new MapObj().put(Str.of("id"), id);
    try {
      run(language.withImports(files).compile(mapping), answer);
    } catch (CompileException e) {
      failed(answer, e.getMessage(), "compile");
      if (e.refused()) {
        answer.put(Str.of("refused"), Bool.TRUE);
      }
    }
    return new String(Json.bytes(answer), StandardCharsets.UTF_8);
  }

  private void run(Mapping compiled, MapObj answer) {
    switch (compiled.apply(messages, index, Host.system())) {
      case Result.Deleted deleted -> answer.put(Str.of("deleted"), Bool.TRUE);
      case Result.Failed failed -> failed(answer, failed.fault().text(), "runtime");
      case Result.Mapped mapped ->
          answer
              .put(Str.of("output"), Str.of(mapped.message().content()))
              .put(Str.of("metadata"), printable(mapped.message().metadata()));
    }
  }

  private static void failed(MapObj answer, @Nullable String error, String phase) {
    answer.put(Str.of("error"), Str.of(String.valueOf(error))).put(Str.of("phase"), Str.of(phase));
  }

  /** The metadata, with what JSON cannot say as its text. */
  private static MapObj printable(MapObj metadata) {
    MapObj printable = new MapObj();
    metadata.forEach(
        (key, value) -> printable.put(key, Json.bytes(value).length == 0 ? text(value) : value));
    return printable;
  }

  private static Str text(Value value) {
    return Str.of(
        switch (value) {
          case Time t -> GoText.printed(t);
          case Obj o -> Json.text(o);
          case Arr a -> Json.text(a);
          default -> value.toString();
        });
  }
}
