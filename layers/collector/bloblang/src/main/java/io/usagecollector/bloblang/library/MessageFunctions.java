package io.usagecollector.bloblang.library;

import io.usagecollector.bloblang.Fault;
import io.usagecollector.bloblang.run.Args;
import io.usagecollector.bloblang.run.Frame;
import io.usagecollector.bloblang.run.FunctionNode;
import io.usagecollector.bloblang.run.Node;
import io.usagecollector.bloblang.run.Path;
import io.usagecollector.bloblang.run.Texts;
import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Num;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.TextNum;
import io.usagecollector.bloblang.value.Time;
import io.usagecollector.bloblang.value.Value;
import java.util.List;
import java.util.function.Function;

/** Functions that read the message: its payload, metadata, fault and place in the batch. */
final class MessageFunctions {
  static final String MESSAGE = "Message Info";
  private static final Param KEY =
      Param.string("key", "The key of one value; all of them without it.").or(Str.EMPTY);

  private static final Str NO_TRACE = Str.of("0".repeat(32));

  private MessageFunctions() {}

  static List<FunctionSpec> all() {
    return List.of(
        FunctionSpec.of("batch_index", MESSAGE, "The place of the message in its batch, from 0.")
            .example("root = batch_index()", "{}", "0")
            .pure(frame -> IntNum.of(frame.batch().index())),
        FunctionSpec.of("batch_size", MESSAGE, "How many messages the batch has.")
            .example("root = batch_size()", "{}", "1")
            .pure(frame -> IntNum.of(frame.batch().size())),
        FunctionSpec.of("content", MESSAGE, "The payload as it came in, as bytes.")
            .example("root.raw = content().string()", "[1, 2]", "{\"raw\":\"[1, 2]\"}")
            .pure(frame -> frame.batch().content()),
        FunctionSpec.of(
                "error",
                MESSAGE,
                "The fault the message is flagged with, as text; null if it is not.")
            .example("root.error = error().or(\"none\")", "{}", "{\"error\":\"none\"}")
            .pure(MessageFunctions::error),
        FunctionSpec.of("errored", MESSAGE, "Whether the message is flagged with a fault.")
            .example("root.failed = errored()", "{}", "{\"failed\":false}")
            .pure(frame -> Bool.of(frame.batch().fault() != null)),
        unknownSource("error_source_label").example("root = error_source_label()", "{}", "null"),
        unknownSource("error_source_name").example("root = error_source_name()", "{}", "null"),
        unknownSource("error_source_path").example("root = error_source_path()", "{}", "null"),
        unknownSource("error_source_type").example("root = error_source_type()", "{}", "null"),
        FunctionSpec.of(
                "json",
                MESSAGE,
                "The value at a dotted path of the message's document, whatever `this` is.")
            .param(Param.string("path", "The path; the whole document without it.").or(Str.EMPTY))
            .example(
                "root.id = this.a.map_each(n -> json(\"id\") + n)",
                "{\"a\":[1,2],\"id\":10}",
                "{\"id\":[11,12]}")
            .node((args, context) -> json(args)),
        FunctionSpec.of(
                "metadata",
                MESSAGE,
                "A metadata value of the input message, of any kind; null if there is none.")
            .param(KEY)
            .example(
                "root.topic = metadata(\"kafka_topic\").or(\"none\")", "{}", "{\"topic\":\"none\"}")
            .node((args, context) ->
                read(args, "metadata", frame -> frame.batch().metadata(), value -> value)),
        FunctionSpec.of(
                "meta",
                MESSAGE,
                "A metadata value of the input message as a string; null if there is none, or an empty one.")
            .param(KEY)
            .deprecated("metadata")
            .example(
                "root.topic = meta(\"kafka_topic\").or(\"none\")", "{}", "{\"topic\":\"none\"}")
            .node((args, context) ->
                read(args, "meta", frame -> frame.batch().metadata(), Texts::ofMetadata)),
        FunctionSpec.of(
                "root_meta",
                MESSAGE,
                "A metadata value of the message being built as a string; null if there is none, or an empty one.")
            .param(KEY)
            .deprecated("@")
            .example("meta k = \"v\"\nroot.k = root_meta(\"k\")", "{}", "{\"k\":\"v\"}")
            .node((args, context) ->
                read(args, "root_meta", frame -> frame.batch().built(), Texts::ofMetadata)),
        FunctionSpec.of(
                "tracing_id",
                MESSAGE,
                "The trace the message is part of; zeros, for nothing traces here.")
            .example("root.t = tracing_id()", "{}", "{\"t\":\"00000000000000000000000000000000\"}")
            .pure(frame -> NO_TRACE),
        FunctionSpec.of(
                "tracing_span",
                MESSAGE,
                "The span the message is part of; null, for nothing traces here.")
            .example("root.span = tracing_span()", "{}", "{\"span\":null}")
            .pure(frame -> Null.NULL));
  }

  private static FunctionSpec unknownSource(String name) {
    return FunctionSpec.of(
            name,
            MESSAGE,
            "What is known of the component that failed: null, unless the pipeline tells.")
        .pure(frame -> Null.NULL);
  }

  private static Value error(Frame frame) {
    Fault fault = frame.batch().fault();
    return fault == null ? Null.NULL : Str.of(fault.text());
  }

  private static Node json(Args args) {
    Path path = args.string(0).length() == 0 ? Path.EMPTY : Path.dotted(args.text(0));
    return new FunctionNode(
        "json path `" + path + "`",
        frame -> {
          Value document = frame.batch().json();
          return document.isErr() ? document : plain(path.read(document, frame.budget()));
        });
  }

  /** Upstream gives numbers as computed ones here, and timestamps as text. */
  private static Value plain(Value value) {
    if (value instanceof Time t) {
      return Str.of(t.toString());
    }
    if (value instanceof Num n) {
      Num wide = n.widened();
      return wide instanceof TextNum t ? Str.of(t.toString()) : wide;
    }
    return value;
  }

  /**
   * One metadata value or all; where they are read as strings, an empty one alone reads as null.
   */
  private static Node read(
      Args args, String name, Function<Frame, MapObj> from, Function<Value, Value> as) {
    Str key = args.string(0);
    if (key.length() == 0) {
      return new FunctionNode(name + " object", frame -> all(from.apply(frame), as));
    }
    boolean typed = name.equals("metadata");
    return new FunctionNode(
        name + " field " + key,
        frame -> {
          Value value = from.apply(frame).get(key);
          Value read = value == null ? Null.NULL : as.apply(value);
          return !typed && read.equals(Str.EMPTY) ? Null.NULL : read;
        });
  }

  private static Value all(MapObj metadata, Function<Value, Value> as) {
    MapObj all = new MapObj(null, metadata.size());
    metadata.forEach((key, value) -> all.put(key, as.apply(value)));
    return all;
  }
}
