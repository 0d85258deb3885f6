package io.usagecollector.bloblang.conformance;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.CompileException;
import io.usagecollector.bloblang.Fault;
import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.Mapping;
import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.Result;
import io.usagecollector.bloblang.json.Document;
import io.usagecollector.bloblang.json.ValueJson;
import io.usagecollector.bloblang.run.coerce.Compare;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.FloatNum;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Time;
import io.usagecollector.bloblang.value.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A mapping, its messages, and what other implementations answer. */
record ConformanceCase(Obj line) {
  enum Verdict {
    PASS,
    /** A runtime error in the right phase, in other words. */
    WORDING,
    /** A plugin's function, refused by name. */
    REFUSED,
    FAIL
  }

  static ConformanceCase parse(String line) {
    return new ConformanceCase(
        (Obj) Document.readFirst(line.getBytes(StandardCharsets.UTF_8), false));
  }

  String id() {
    return text(line, "id");
  }

  private boolean isCore() {
    return text(line, "scope").equals("core");
  }

  /** What a second module registers through the public door. */
  private boolean needsExtension() {
    return Stream.of(".parse_yaml(", ".format_yaml(", ".json_schema(")
        .anyMatch(text(line, "mapping")::contains);
  }

  private Obj expected() {
    return (Obj) field(line, "expect");
  }

  boolean expectsRuntimeError() {
    return text(expected(), "phase").equals("runtime");
  }

  Verdict verdict(Bloblang language) {
    try {
      Mapping mapping = language.withImports(this::file).compile(text(line, "mapping"));
      if (expected().get("compiles") != null) {
        return Verdict.PASS;
      }
      int index = field(line, "index") instanceof FloatNum n ? (int) n.value() : 0;
      return judged(mapping.apply(messages(), index, Host.system()));
    } catch (CompileException e) {
      return uncompiled(e);
    }
  }

  private Verdict uncompiled(CompileException e) {
    if (e.refused() && (!isCore() || needsExtension())) {
      return Verdict.REFUSED;
    }
    String phase = text(expected(), "phase");
    return phase.equals("compile") || phase.equals("any") ? Verdict.PASS : Verdict.FAIL;
  }

  private Verdict judged(Result result) {
    Obj expected = expected();
    return switch (result) {
      case Result.Failed failed -> error(expected, failed.fault().text());
      case Result.Deleted deleted -> expected.get("deleted") != null ? Verdict.PASS : Verdict.FAIL;
      case Result.Mapped mapped -> payload(expected, mapped.message());
    };
  }

  private static Verdict error(Obj expected, String got) {
    if (expected.get("error") == null || text(expected, "phase").equals("compile")) {
      return Verdict.FAIL;
    }
    String want = text(expected, "error");
    boolean same = text(expected, "match").equals("exact") ? got.equals(want) : got.contains(want);
    return same ? Verdict.PASS : Verdict.WORDING;
  }

  private Verdict payload(Obj expected, Message message) {
    Value json = expected.get("json");
    String want = expected.get("text") != null ? text(expected, "text") : text(expected, "string");
    boolean same =
        json != null
            ? Compare.equal(Document.read(message.content()), json)
            : want.equals(Str.of(message.content()).toString()) && expected.get("error") == null;
    Value metadata = line.get("expect_metadata");
    boolean sameMetadata = metadata == null || Compare.equal(plain(message.metadata()), metadata);
    return same && sameMetadata && expected.get("deleted") == null ? Verdict.PASS : Verdict.FAIL;
  }

  /** The metadata as JSON carries it. */
  private static Value plain(MapObj metadata) {
    MapObj plain = new MapObj();
    metadata.forEach((key, value) ->
        plain.put(
            key,
            ValueJson.bytes(value).length > 0
                ? Document.read(ValueJson.bytes(value))
                : Str.of(unprintable(value))));
    return plain;
  }

  private static String unprintable(Value value) {
    return switch (value) {
      case Time t -> t.at().toString();
      case Obj o -> ValueJson.text(o);
      case Arr a -> ValueJson.text(a);
      default -> value.toString();
    };
  }

  private List<Message> messages() {
    List<Message> messages = new ArrayList<>();
    Arr array = (Arr) field(line, "messages");
    for (int i = 0; i < array.size(); i++) {
      Obj given = (Obj) array.get(i);
      Message message =
          Message.of(((Str) field(given, "content")).toBytes())
              .withMetadata(field(given, "metadata") instanceof Obj o ? o.entries() : new MapObj());
      String error = text(given, "error");
      messages.add(error.isEmpty() ? message : message.withFault(Fault.of(error)));
    }
    return messages;
  }

  private String file(String path) throws IOException {
    Value text = field(line, "files") instanceof Obj files ? files.get(path) : null;
    if (text == null) {
      throw new IOException("open " + path + ": no such file or directory");
    }
    return text.toString();
  }

  private static Value field(Obj object, String name) {
    Value value = object.get(name);
    return value == null ? Null.NULL : value;
  }

  private static String text(Obj object, String name) {
    return field(object, name) instanceof Str s ? s.toString() : "";
  }
}
