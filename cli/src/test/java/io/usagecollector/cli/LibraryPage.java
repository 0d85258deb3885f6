package io.usagecollector.cli;

import io.usagecollector.bloblang.Json;
import io.usagecollector.bloblang.extension.Doc;
import io.usagecollector.bloblang.extension.Example;
import io.usagecollector.bloblang.extension.FunctionSpec;
import io.usagecollector.bloblang.extension.Library;
import io.usagecollector.bloblang.extension.MethodSpec;
import io.usagecollector.bloblang.extension.Param;
import io.usagecollector.bloblang.extension.Refusals;
import io.usagecollector.bloblang.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page that lists the library: {@code docs/bloblang.md}. */
final class LibraryPage {
  private static final String HEAD =
      """
      # Bloblang: functions and methods

      This page is printed from the code by its tests, and every example on it is run by them. Bloblang is a language of
      Redpanda Data's Benthos and Connect, and of WarpStream's Bento; this is an independent implementation, not
      affiliated with either.

      An example shows a mapping, a message's payload, and what becomes of it; `error:` before it where the mapping fails.

      ## The two dialects

      What Bento and Redpanda Connect have in common behaves as in both, and what only one of them has is here too.
      Where they differ:
      - `split`: a text is split as in Redpanda Connect (`empty_as_null` included), an array as in Bento.
      - `repeat` with a negative count is an error, as in Redpanda Connect.
      - `a[0]`, `a[1:3]` and `a[::-1]` are Bento's: no blank before the bracket, in reads only.

      Functions of the clock and of chance answer from the record when a pipeline runs them, so that a record that comes
      twice maps to the same event.
      """;

  private final StringBuilder page = new StringBuilder(HEAD);

  private LibraryPage() {}

  static String of(Library library) {
    LibraryPage page = new LibraryPage();
    page.part("Functions", library.functions().stream().map(FunctionSpec::doc), "");
    page.part("Methods", library.methods().stream().map(MethodSpec::doc), ".");
    page.refused(library);
    return page.page.toString();
  }

  private void part(String title, Stream<Doc> docs, String dot) {
    page.append("\n## ").append(title).append('\n');
    Map<String, List<Doc>> subjects =
        docs.collect(Collectors.groupingBy(Doc::category, TreeMap::new, Collectors.toList()));
    subjects.forEach((subject, entries) -> {
      page.append("\n### ").append(title).append(": ").append(subject).append('\n');
      entries.forEach(doc -> entry(doc, dot));
    });
  }

  private void entry(Doc doc, String dot) {
    page.append("\n#### `").append(dot).append(signature(doc)).append("`\n\n");
    page.append(doc.description()).append('\n');
    if (doc.deprecated() != null) {
      page.append("\nDeprecated: use `").append(doc.deprecated()).append("`.\n");
    }
    if (!doc.params().isEmpty()) {
      page.append('\n');
      doc.params().forEach(this::param);
    }
    doc.examples().forEach(this::example);
  }

  private static String signature(Doc doc) {
    String params =
        doc.params().stream()
            .map(param ->
                param.optional() || param.fallback() != null ? param.name() + "?" : param.name())
            .collect(Collectors.joining(", "));
    return doc.name() + "(" + (doc.variadic() ? "..." : params) + ")";
  }

  private void param(Param param) {
    page.append("- `").append(param.name()).append("` (").append(param.type().label());
    if (param.constant()) {
      page.append(", a literal");
    }
    if (param.fallback() != null) {
      page.append(", else `").append(json(param.fallback())).append('`');
    } else if (param.optional()) {
      page.append(", optional");
    }
    page.append("): ").append(param.description()).append('\n');
  }

  private static String json(Value value) {
    return new String(Json.bytes(value), StandardCharsets.UTF_8);
  }

  private void example(Example example) {
    page.append("\n```bloblang\n").append(example.mapping()).append("\n\n");
    page.append("# in:  ").append(oneLine(example.input())).append('\n');
    page.append("# out: ").append(oneLine(example.output())).append("\n```\n");
  }

  private static String oneLine(String text) {
    return text.replace("\n", "\n#      ");
  }

  private void refused(Library library) {
    page.append("\n## What is refused\n\n");
    page.append(
        "These names are known and not offered; a mapping that calls one does not compile, and says why.\n\n");
    page.append("| name | why |\n|---|---|\n");
    String zstd = "the algorithm zstd alone: every library of it rests on native code or Unsafe";
    row(".compress()", zstd);
    row(".decompress()", zstd);
    Refusals.functions().forEach((name, why) -> row(name + "()", why));
    Map<String, String> methods = Refusals.refusedMethods();
    library.methods().forEach(offered -> methods.remove(offered.name()));
    methods.forEach((name, why) -> row("." + name + "()", why));
  }

  private void row(String name, String why) {
    page.append("| `").append(name).append("` | ").append(why).append(" |\n");
  }
}
