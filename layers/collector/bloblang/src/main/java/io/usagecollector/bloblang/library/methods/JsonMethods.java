package io.usagecollector.bloblang.library.methods;

import io.usagecollector.bloblang.extension.MethodSpec;
import io.usagecollector.bloblang.extension.Param;
import io.usagecollector.bloblang.extension.Table;
import io.usagecollector.bloblang.gotext.GoException;
import io.usagecollector.bloblang.gotext.Logfmt;
import io.usagecollector.bloblang.json.Document;
import io.usagecollector.bloblang.json.JsonWriter;
import io.usagecollector.bloblang.library.body.Ops;
import io.usagecollector.bloblang.run.Args;
import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.value.Bin;
import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Utf8Buffer;
import io.usagecollector.bloblang.value.Value;
import java.util.List;

/** JSON text inside a mapping. */
public final class JsonMethods implements Table<MethodSpec> {
  private static final long TAPE = 4;

  @Override
  public List<String> names() {
    return List.of("parse_json", "parse_logfmt", "format_json");
  }

  @Override
  public MethodSpec row(String name) {
    return switch (name) {
      case "parse_json" ->
          MethodSpec.of(
                  name,
                  "Parsing",
                  "The value that a JSON text says; what follows the first value is ignored, numbers are floats.")
              .param(Param.bool("use_number", "Whether numbers keep their text.").orAbsent())
              .example(
                  "root = this.doc.parse_json()", "{\"doc\":\"{\\\"a\\\":1.50}\"}", "{\"a\":1.5}")
              .op(args -> parsing(args.has(0) && args.bool(0)));
      case "parse_logfmt" ->
          MethodSpec.of(
                  name, "Parsing", "The keys and values of a logfmt line; a key alone is true.")
              .example(
                  "root = this.parse_logfmt()",
                  "\"level=info msg=\\\"all well\\\" ok\"",
                  "{\"level\":\"info\",\"msg\":\"all well\",\"ok\":true}")
              .op(args -> logfmt());
      case "format_json" ->
          MethodSpec.of(name, "Parsing", "The value as JSON text, in bytes.")
              .param(Param.string("indent", "What to indent each level with.").or(Str.of("    ")))
              .param(
                  Param.bool("no_indent", "Whether to print it without blanks and line breaks.")
                      .or(Bool.FALSE))
              .param(Param.bool("escape_html", "Whether to escape < > and &.").or(Bool.TRUE))
              .example(
                  "root.doc = this.format_json(no_indent: true).string()",
                  "{\"b\":1,\"a\":\"<\"}",
                  "{\"doc\":\"{\\\"a\\\":\\\"\\\\u003c\\\",\\\"b\\\":1}\"}")
              .op(JsonMethods::format);
      default -> throw Table.noRow(name);
    };
  }

  /** Reading makes a tape of some times the text's length. */
  private static Op parsing(boolean keepNumbers) {
    return (receiver, frame) ->
        Ops.ofText(
                text -> {
                  frame.budget().grow(TAPE * text.length());
                  return parse(text, keepNumbers);
                })
            .apply(receiver, frame);
  }

  private static Op logfmt() {
    return (receiver, frame) ->
        Ops.ofAnyText(
                text -> {
                  Ops.parts(text, ' ', frame.budget());
                  return parse(text);
                })
            .apply(receiver, frame);
  }

  private static Value parse(Str text) {
    try {
      MapObj fields = new MapObj();
      Logfmt.parse(text.toString())
          .forEach((key, value) ->
              fields.put(Str.of(key), value.isPresent() ? Str.of(value.get()) : Bool.TRUE));
      return fields;
    } catch (GoException e) {
      return Err.of(e.getMessage(), "logfmt: unterminated quoted value");
    }
  }

  private static Value parse(Str text, boolean keepNumbers) {
    Value parsed = Document.readFirst(text.toBytes(), keepNumbers);
    return parsed instanceof Err e ? e.wrap("failed to parse value as JSON") : parsed;
  }

  private static Op format(Args args) {
    String indent = args.text(0);
    boolean pretty = !args.bool(1) && !indent.isEmpty();
    JsonWriter.Style style = new JsonWriter.Style(args.bool(2), true, pretty, indent);
    return (receiver, frame) -> {
      Utf8Buffer out = new Utf8Buffer();
      return new JsonWriter(out, style).write(receiver)
          ? Bin.of(out.toByteArray())
          : Err.of(
              "json: unsupported " + JsonWriter.unprintable(receiver), "json: unsupported value");
    };
  }
}
