package io.usagecollector.bloblang.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.CompileException;
import io.usagecollector.bloblang.FixedHost;
import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.Interpolation;
import io.usagecollector.bloblang.Mapping;
import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.Result;
import io.usagecollector.bloblang.extension.FunctionSpec;
import io.usagecollector.bloblang.extension.Library;
import io.usagecollector.bloblang.extension.MethodSpec;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * However a mapping fails on an event, the words for logs and metrics hold nothing of the event.
 */
class ValueFreeTest {
  private static final Bloblang LANGUAGE = Bloblang.standard();
  private static final Library LIBRARY = LANGUAGE.library();
  private static final List<Value> VALUES = Sentinels.all();
  private static final Host HOST = FixedHost.seeded(7);
  private static final int DRAWS = 250;

  /** What can fail and is no call. */
  private static final String STATEMENTS =
      """
      root = this.r - this.a
      --
      root = this.r + this.a
      --
      root = this.r / this.a
      --
      root = this.r % this.a
      --
      root = this.r > this.a
      --
      root = this.r && this.a
      --
      root = !this.r
      --
      root = -this.r
      --
      root = this.r[this.a]
      --
      root = this.r[this.a:this.b]
      --
      root = this.r[this.a:this.b:this.c]
      --
      root = this.r[-7]
      --
      root = [this.r - 1]
      --
      root = {this.r.string(): this.a - 1}
      --
      root = {this.r: 1}
      --
      root = {"k": this.r - 1}
      --
      root = if this.r { 1 }
      --
      root = if this.r.number() > 1 { this.a - 1 } else if this.b { 2 }
      --
      root = match this.r { this.uppercase() == "A" => 1, this - 1 => 2, _ => this - {} }
      --
      root = match { this.r => 1, this.a - 1 => 2 }
      --
      root = match this.r { this => throw(this.string()), 5 => 2 }
      --
      root = this.r.(x -> x.a - x.b)
      --
      root = this.r.(this.a.number() | this - {})
      --
      root = this.r.catch(e -> e - 1) - this.a.catch("x")
      --
      root = (this.r - {}).catch(e -> throw(e))
      --
      root = (this.r.number() | this.a.number())
      --
      root = throw("no: " + this.r.string())
      --
      root = this
      root.r.a.b = 1
      root.r.0.b = this.a - {}
      --
      root.x = this.r
      root.x.7 = 1
      --
      root.x = this.r
      root.x.y.z = 1
      --
      root.x = this.r
      root.x.y = deleted()
      root.x.0 = deleted()
      --
      root = this.r
      root.a.b = this.a
      --
      root = this.r
      root."-" = this.a
      --
      meta = this.r
      --
      meta x = this.r
      root = @x - {}
      --
      meta x = this.r
      root = metadata(this.a.string()) - {}
      --
      let x = this.r
      root = $x - {}
      --
      let x = this.r
      root.y = $x.a.number()
      --
      if this.r { root = 1 }
      --
      if this.r.number() > 1 { root = 1 } else if this.a { root = 2 }
      --
      if true { root = this.r - {} }
      --
      root = this.r.apply("m")
      map m { root.a = this.a - 1
      root.b.c = this.number() }
      --
      root = this.r.apply("m")
      map m { root.a = this.bloblang(this.string()) - 1 }
      --
      root = [this.r].map_each(x -> x.bloblang(x.string()) - 1)
      --
      root = this.r.bloblang("root.a = this.string().parse_json() - {}")
      --
      root = this.r.map_each(x -> x.key.number() + x.value.number())
      --
      root = this.r.map_each_key(k -> k.number())
      --
      root = this.r.map_each_key(k -> throw(k))
      --
      root = this.r.sort_by(x -> x.a).fold(0, x -> x.tally + x.value)
      --
      root = @m - {}
      --
      root = @m.number()
      --
      root = meta("m").parse_json()
      --
      root = this.r.get(this.a.string()) - {}
      --
      root = json(this.a.string()) - {}
      --
      root = this.r.string().format(this.a) - {}
      --
      root = this.r.string().parse_json().number()
      --
      root = error().or(this.r) - {}
      --
      root = this.r.from(this.a.number()) - {}\
      """;

  /** What a library holds, and the calls of it. */
  record Named(String name, Set<String> calls) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Named> library() {
    return Stream.concat(
        LIBRARY.functions().stream()
            .map(FunctionSpec::doc)
            .map(doc -> new Named("function " + doc.name(), CallsOnEvents.ofFunction(doc))),
        LIBRARY.methods().stream()
            .map(MethodSpec::doc)
            .map(doc -> new Named("method " + doc.name(), CallsOnEvents.ofMethod(doc))));
  }

  @ParameterizedTest
  @MethodSource("library")
  void noCallShowsWhatItFailedOn(Named named) {
    assertThat(named.calls).anyMatch(call -> !compiled("root = " + call).isEmpty());
    // A result that fits nothing: what the call does not fail on, the subtraction does.
    List<String> shown =
        named.calls.stream().flatMap(call -> shownBy("root.out = " + call + " - {}")).toList();
    assertThat(shown).isEmpty();
  }

  static Stream<String> statements() {
    return Stream.of(STATEMENTS.split("\n--\n"));
  }

  @ParameterizedTest
  @MethodSource("statements")
  void noStatementShowsWhatItFailedOn(String statements) throws CompileException {
    assertThat(compiled(statements)).isNotEmpty();
    assertThat(shownBy(statements)).isEmpty();
  }

  static Stream<String> contents() {
    return Stream.concat(
        VALUES.stream().filter(Str.class::isInstance).map(Value::toString),
        Stream.of(
            "  [1, W]", "{\"a\": tqWqzj}", "\"\\u91Wq\"", "9.Kfhw", "-W", "{}\n" + Sentinels.WORD));
  }

  @ParameterizedTest
  @MethodSource("contents")
  void noDocumentThatIsNoJsonIsShown(String content) throws CompileException {
    Message message = Message.of(content);
    List<String> shown = new ArrayList<>();
    for (String source :
        List.of(
            "root = this.a.b",
            "root = this",
            "root.a = json(\"a\") - {}",
            "root = this.apply(\"m\")\nmap m { root = this.a - {} }",
            "root = [1].map_each(x -> json().a - {})",
            "root = content().parse_json()",
            "root = content().string().bloblang(\"root = this - {}\")")) {
      for (Mapping mapping : compiled(source)) {
        shown(source, mapping, message).forEach(shown::add);
        if (mapping.apply(message, HOST) instanceof Result.Failed failed) {
          // The decoder's own words quote one character, too short a piece to be told apart.
          assertThat(failed.fault().valueFree()).doesNotContain("character '");
        }
      }
    }
    assertThat(shown).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "json(\"r\").number()",
        "json(json(\"a\").string()) - {}",
        "this.r - this.a",
        "throw(this.r.string())",
        "@m - {}",
        "meta(\"m\").parse_json()",
        "this.r.bloblang(this.a.string())"
      })
  void noTextWithQueriesShowsWhatItFailedOn(String query) throws CompileException {
    String text = "to ${! " + query + " }";
    Interpolation interpolation = LANGUAGE.compileInterpolation(text);
    for (Message message : messages("this.r this.a")) {
      if (interpolation.apply(message, HOST) instanceof Interpolation.Text.Failed failed) {
        assertThat(Sentinels.in(failed.fault().valueFree())).isEmpty();
      }
    }
  }

  /** As a mapping and as a mutation; none where an argument must not be dynamic. */
  private static List<Mapping> compiled(String source) {
    try {
      return List.of(LANGUAGE.compile(source), LANGUAGE.compileMutation(source));
    } catch (CompileException e) {
      return List.of();
    }
  }

  @Test
  void aDocumentThatIsNoJsonIsToldByWhereItEnds() throws CompileException {
    Mapping mapping = LANGUAGE.compile("root = this.a");
    assertThat(mapping.apply(Message.of("{\"a\":W}"), HOST))
        .isInstanceOfSatisfying(
            Result.Failed.class,
            failed ->
                assertThat(failed.fault().valueFree())
                    .isEqualTo(
                        "failed assignment (line 1): unable to reference message as structured (with 'this.a'): parse as json: invalid character at byte offset 5"));
  }

  private static Stream<String> shownBy(String source) {
    List<Message> messages = messages(source);
    return compiled(source).stream()
        .flatMap(mapping -> messages.stream().flatMap(message -> shown(source, mapping, message)))
        .distinct()
        .limit(3);
  }

  private static Stream<String> shown(String source, Mapping mapping, Message message) {
    if (!(mapping.apply(message, HOST) instanceof Result.Failed failed)) {
      return Stream.empty();
    }
    String safe = failed.fault().valueFree();
    return Sentinels.in(safe).map(trace -> trace + " in: " + safe + "\nof: " + source).stream();
  }

  private static List<Message> messages(String source) {
    Random random = new Random(source.hashCode());
    return IntStream.range(0, DRAWS).mapToObj(i -> message(source, random)).toList();
  }

  private static Message message(String source, Random random) {
    MapObj event = new MapObj();
    for (String name : List.of("r", "a", "b", "c", "d", "e")) {
      if (source.contains("this." + name)) {
        event.put(Str.of(name), VALUES.get(random.nextInt(VALUES.size())));
      }
    }
    return Message.of(event).withMetadata("m", VALUES.get(random.nextInt(VALUES.size())));
  }
}
