package io.usagecollector.bloblang.formats;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.extension.MethodSpec;
import io.usagecollector.bloblang.extension.Param;
import io.usagecollector.bloblang.formats.compression.Compression;
import io.usagecollector.bloblang.value.Bin;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Kind;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import java.util.List;

/**
 * The methods of this module.
 *
 * <pre>{@code
 * Bloblang language = Formats.addTo(Bloblang.standard());
 * }</pre>
 */
public final class Formats {
  private static final String PARSING = "Parsing";

  private Formats() {}

  /** The environment with this module's methods. */
  public static Bloblang addTo(Bloblang environment) {
    Bloblang more = environment;
    for (MethodSpec method : methods()) {
      more = more.with(method);
    }
    return more;
  }

  /**
   * {@code parse_yaml}, {@code format_yaml} and {@code json_schema}; and {@code compress} and
   * {@code decompress}, in place of the language's own, with more algorithms.
   */
  public static List<MethodSpec> methods() {
    return List.of(
        Compression.compress(),
        Compression.decompress(),
        MethodSpec.of("parse_yaml", PARSING, "The value of a YAML document.")
            .example(
                "root = this.doc.parse_yaml()", "{\"doc\":\"foo: [1, x]\"}", "{\"foo\":[1,\"x\"]}")
            .example(
                "root = this.doc.parse_yaml()",
                "{\"doc\":5}",
                "error: failed assignment (line 1): expected string value, got number from field `this.doc` (5)")
            .pure(Formats::parseYaml),
        MethodSpec.of("format_yaml", PARSING, "The value as a YAML document, in bytes.")
            .example(
                "root = this.doc.format_yaml()",
                "{\"doc\":{\"foo\":[\"bar\"]}}",
                "foo:\n    - bar\n")
            .call(args -> (value, budget) -> Bin.of(YamlWriter.write(value, budget).toBytes())),
        MethodSpec.of(
                "json_schema",
                "Object & Array Manipulation",
                "The value, if it is as a JSON Schema wants it; else an error that says why not. References to other documents are not followed.")
            .param(Param.string("schema", "The schema, draft 4, 6 or 7; 7 where it does not say."))
            .example(
                "root = this.json_schema(\"\"\"{\"properties\":{\"foo\":{\"type\":\"string\"}}}\"\"\")",
                "{\"foo\":\"bar\"}",
                "{\"foo\":\"bar\"}")
            .example(
                "root = this.json_schema(\"\"\"{\"properties\":{\"foo\":{\"type\":\"string\"}}}\"\"\")",
                "{\"foo\":5}",
                "error: failed assignment (line 1): field `this`: foo invalid type. expected: string, given: integer")
            .call(args -> JsonSchema.compile(args.text(0))));
  }

  private static Value parseYaml(Value value) {
    return switch (value) {
      case Str s -> YamlReader.read(s.toString());
      case Bin b -> YamlReader.read(b.toString());
      default -> Err.type(value, Kind.STRING);
    };
  }
}
