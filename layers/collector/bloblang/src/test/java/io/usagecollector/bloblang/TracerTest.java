package io.usagecollector.bloblang;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.extension.Example;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TracerTest {
  private static final String MAPPING =
      """
      map size {
        root = match this {
          this > 10 => "large"
          3 => "three"
          _ => this.string().lowercase()
        }
      }
      let kind = if this.kind == "a" { 1 } else if this.kind == "b" { 2 } else { this.kind.length() }
      root.kind = $kind
      if this.n != null {
        root.n = this.n.apply("size")
      } else if this.drop.or(false) {
        root = deleted()
      } else {
        meta empty = "yes"
      }
      """;

  /** What has been announced, in order, and what has been reached. */
  private static final class Trace implements Tracer {
    private final List<String> announced = new ArrayList<>();
    private final Set<String> reached = new LinkedHashSet<>();

    @Override
    public Runnable follow(Point point) {
      String text = point.kind().text() + " " + point.line() + ":" + point.column();
      announced.add(text);
      return () -> reached.add(text);
    }
  }

  private static Trace trace(String... events) throws CompileException {
    Trace trace = new Trace();
    Mapping mapping = Bloblang.standard().withTracer(trace).compile(MAPPING);
    for (String event : events) {
      mapping.apply(Message.of(event), FixedHost.seeded(1));
    }
    return trace;
  }

  @Test
  void everyStatementAndBranchIsAnnouncedWhereItBegins() throws CompileException {
    assertThat(trace().announced)
        .containsExactlyInAnyOrder(
            "statement 2:3",
            "case 3:5",
            "case 4:5",
            "case 5:10",
            "statement 8:1",
            "if 8:15",
            "else if 8:46",
            "else 8:76",
            "statement 9:1",
            "statement 10:1",
            "if 10:4",
            "statement 11:3",
            "else if 12:11",
            "statement 13:3",
            "else 15:3",
            "statement 15:3");
  }

  @Test
  void whatAMessageReachesIsTold() throws CompileException {
    assertThat(trace("{\"kind\":\"b\",\"n\":3}").reached)
        .containsExactly(
            "statement 8:1",
            "else if 8:46",
            "statement 9:1",
            "statement 10:1",
            "if 10:4",
            "statement 11:3",
            "statement 2:3",
            "case 4:5");
    assertThat(trace("{\"kind\":\"xyz\"}").reached)
        .containsExactly(
            "statement 8:1",
            "else 8:76",
            "statement 9:1",
            "statement 10:1",
            "else 15:3",
            "statement 15:3");
  }

  @Test
  void aStatementThatFailsIsReachedAndTheNextIsNot() throws CompileException {
    assertThat(trace("{}").reached).containsExactly("statement 8:1", "else 8:76");
  }

  @Test
  void aPointHoldsTheFileAndTheLineItself() throws CompileException {
    List<Tracer.Point> points = new ArrayList<>();
    Bloblang.standard()
        .withImports(path -> "map m {\n  root = this.a\n}\n")
        .withTracer(point -> {
          points.add(point);
          return () -> {};
        })
        .compile("import \"./m.blobl\"\n\nroot = this.apply(\"m\")");
    assertThat(points)
        .containsExactly(
            new Tracer.Point(Tracer.Kind.STATEMENT, "m.blobl", 2, 3, "  root = this.a"),
            new Tracer.Point(Tracer.Kind.STATEMENT, "", 3, 1, "root = this.apply(\"m\")"));
  }

  @Test
  void interpolationsAndMappingsInsideMappingsAreNotFollowed() throws CompileException {
    Trace trace = new Trace();
    Bloblang language = Bloblang.standard().withTracer(trace);
    language.compileInterpolation("${! if this.a { 1 } else { 2 } }");
    language.compile("root = this.bloblang(\"root = if this.a { 1 } else { 2 }\")");
    assertThat(trace.announced).containsExactly("statement 1:1");
  }

  /** Every example of the library, the failing ones too, traced and not. */
  @Test
  void aTracedMappingAnswersAsItWouldWithout() {
    Bloblang plain = Bloblang.standard();
    Bloblang traced = Bloblang.standard().withTracer(point -> () -> {});
    assertThat(examples(plain))
        .allSatisfy(
            example -> assertThat(answer(traced, example)).isEqualTo(answer(plain, example)));
  }

  private static List<Example> examples(Bloblang language) {
    return Stream.concat(
            language.library().methods().stream().flatMap(m -> m.doc().examples().stream()),
            language.library().functions().stream().flatMap(f -> f.doc().examples().stream()))
        .toList();
  }

  private static String answer(Bloblang language, Example example) {
    try {
      Mapping mapping = language.compile(example.mapping());
      return text(mapping.apply(Message.of(example.input()), FixedHost.seeded(1)));
    } catch (CompileException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static String text(Result result) {
    return switch (result) {
      case Result.Mapped mapped -> new String(mapped.message().content(), StandardCharsets.UTF_8);
      case Result.Deleted _ -> "deleted";
      case Result.Failed failed -> failed.fault().text();
    };
  }
}
