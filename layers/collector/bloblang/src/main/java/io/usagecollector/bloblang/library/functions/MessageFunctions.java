package io.usagecollector.bloblang.library.functions;

import io.usagecollector.bloblang.Fault;
import io.usagecollector.bloblang.extension.FunctionSpec;
import io.usagecollector.bloblang.extension.Library;
import io.usagecollector.bloblang.extension.Param;
import io.usagecollector.bloblang.extension.Table;
import io.usagecollector.bloblang.run.Args;
import io.usagecollector.bloblang.run.Frame;
import io.usagecollector.bloblang.run.Node;
import io.usagecollector.bloblang.run.coerce.Texts;
import io.usagecollector.bloblang.run.node.FunctionNode;
import io.usagecollector.bloblang.run.root.Path;
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
public final class MessageFunctions implements Table<FunctionSpec> {
  private static final String MESSAGE = Library.MESSAGE_INFO;
  private static final Param KEY =
      Param.string("key", "The key of one value; all of them without it.").or(Str.EMPTY);

  private static final Str NO_TRACE = Str.of("0".repeat(32));

  @Override
  public List<String> names() {
    return List.of(
        "batch_index",
        "batch_size",
        "content",
        "error",
        "errored",
        "error_source_label",
        "error_source_name",
        "error_source_path",
        "error_source_type",
        "json",
        "metadata",
        "meta",
        "root_meta",
        "tracing_id",
        "tracing_span");
  }

  @Override
  public FunctionSpec row(String name) {
    return switch (name) {
      case "batch_index" ->
          FunctionSpec.of(name, MESSAGE, "The place of the message in its batch, from 0.")
              .example("root = batch_index()", "{}", "0")
              .pure(frame -> IntNum.of(frame.batch().index()));
      case "batch_size" ->
          FunctionSpec.of(name, MESSAGE, "How many messages the batch has.")
              .example("root = batch_size()", "{}", "1")
              .pure(frame -> IntNum.of(frame.batch().size()));
      case "content" ->
          FunctionSpec.of(name, MESSAGE, "The payload as it came in, as bytes.")
              .example("root.raw = content().string()", "[1, 2]", "{\"raw\":\"[1, 2]\"}")
              .pure(frame -> frame.batch().content());
      case "error" ->
          FunctionSpec.of(
                  name,
                  MESSAGE,
                  "The fault the message is flagged with, as text; null if it is not.")
              .example("root.error = error().or(\"none\")", "{}", "{\"error\":\"none\"}")
              .pure(MessageFunctions::error);
      case "errored" ->
          FunctionSpec.of(name, MESSAGE, "Whether the message is flagged with a fault.")
              .example("root.failed = errored()", "{}", "{\"failed\":false}")
              .pure(frame -> Bool.of(frame.batch().fault() != null));
      case "error_source_label" ->
          unknownSource(name).example("root = error_source_label()", "{}", "null");
      case "error_source_name" ->
          unknownSource(name).example("root = error_source_name()", "{}", "null");
      case "error_source_path" ->
          unknownSource(name).example("root = error_source_path()", "{}", "null");
      case "error_source_type" ->
          unknownSource(name).example("root = error_source_type()", "{}", "null");
      case "json" ->
          FunctionSpec.of(
                  name,
                  MESSAGE,
                  "The value at a dotted path of the message's document, whatever `this` is.")
              .param(Param.string("path", "The path; the whole document without it.").or(Str.EMPTY))
              .example(
                  "root.id = this.a.map_each(n -> json(\"id\") + n)",
                  "{\"a\":[1,2],\"id\":10}",
                  "{\"id\":[11,12]}")
              .node((args, context) -> json(args));
      case "metadata" ->
          FunctionSpec.of(
                  name,
                  MESSAGE,
                  "A metadata value of the input message, of any kind; null if there is none.")
              .param(KEY)
              .example(
                  "root.topic = metadata(\"kafka_topic\").or(\"none\")",
                  "{}",
                  "{\"topic\":\"none\"}")
              .node((args, context) ->
                  read(args, "metadata", frame -> frame.batch().metadata(), value -> value));
      case "meta" ->
          FunctionSpec.of(
                  name,
                  MESSAGE,
                  "A metadata value of the input message as a string; null if there is none, or an empty one.")
              .param(KEY)
              .deprecated("metadata")
              .example(
                  "root.topic = meta(\"kafka_topic\").or(\"none\")", "{}", "{\"topic\":\"none\"}")
              .node((args, context) ->
                  read(args, "meta", frame -> frame.batch().metadata(), Texts::ofMetadata));
      case "root_meta" ->
          FunctionSpec.of(
                  name,
                  MESSAGE,
                  "A metadata value of the message being built as a string; null if there is none, or an empty one.")
              .param(KEY)
              .deprecated("@")
              .example("meta k = \"v\"\nroot.k = root_meta(\"k\")", "{}", "{\"k\":\"v\"}")
              .node((args, context) ->
                  read(args, "root_meta", frame -> frame.batch().built(), Texts::ofMetadata));
      case "tracing_id" ->
          FunctionSpec.of(
                  name,
                  MESSAGE,
                  "The trace the message is part of; zeros, for nothing traces here.")
              .example(
                  "root.t = tracing_id()", "{}", "{\"t\":\"00000000000000000000000000000000\"}")
              .pure(frame -> NO_TRACE);
      case "tracing_span" ->
          FunctionSpec.of(
                  name, MESSAGE, "The span the message is part of; null, for nothing traces here.")
              .example("root.span = tracing_span()", "{}", "{\"span\":null}")
              .pure(frame -> Null.NULL);
      default -> throw Table.noRow(name);
    };
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
