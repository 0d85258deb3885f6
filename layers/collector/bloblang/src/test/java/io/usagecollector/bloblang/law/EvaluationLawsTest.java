package io.usagecollector.bloblang.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.CompileException;
import io.usagecollector.bloblang.FixedHost;
import io.usagecollector.bloblang.Mapping;
import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.Result;
import io.usagecollector.bloblang.json.ValueJson;
import io.usagecollector.bloblang.value.Str;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** What holds for every mapping and every message. */
class EvaluationLawsTest {
  private static final int TRIES = 300;

  /** Functions whose next answer depends on the last one, by design. */
  private static final Set<String> COUNTING = Set.of("count", "counter");

  @Provide
  Arbitrary<String> programs() {
    return compiling();
  }

  /** Programs, most of which compile. */
  static Arbitrary<String> compiling() {
    return Programs.programs().map(Compiling::partOf);
  }

  @Provide
  Arbitrary<byte[]> contents() {
    return Documents.contents();
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void evaluationThrowsNothingAndLeavesItsInputAlone(
      @ForAll("programs") String program, @ForAll("contents") byte[] content) {
    List<Mapping> mappings = compiled(program);
    Statistics.label("compiles")
        .collect(!mappings.isEmpty())
        .coverage(checker -> checker.check(true).percentage(share -> share > 95));
    // Where the document starts as the message's own, what is assigned could be written into it.
    List<Mapping> onItself = compiled("root = this\n" + program + "\nroot.a.b = 1\nroot.b.0 = 2");
    for (Mapping mapping : Stream.concat(mappings.stream(), onItself.stream()).toList()) {
      assertLeftAlone(mapping, batch(Message.of(content.clone())), content);
      // What a mapping before this one made is no text, but a tree that could be written into.
      PlainJson.read(content)
          .ifPresent(
              tree -> assertLeftAlone(mapping, batch(Message.of(tree)), ValueJson.bytes(tree)));
    }
  }

  private static void assertLeftAlone(Mapping mapping, List<Message> batch, byte[] content) {
    String structured = ValueJson.text(batch.get(0).structured());
    String metadata = metadata(batch);
    said(mapping, batch);
    assertThat(ValueJson.text(batch.get(0).structured())).isEqualTo(structured);
    assertThat(batch.get(0).content()).isEqualTo(content);
    assertThat(metadata(batch)).isEqualTo(metadata);
  }

  private static String metadata(List<Message> batch) {
    return batch.stream().map(m -> ValueJson.text(m.metadata())).toList().toString();
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void twoThreadsGetTheSame(
      @ForAll("programs") String program, @ForAll("contents") byte[] content) {
    for (Mapping mapping : compiled(program)) {
      if (mapping.functions().stream().noneMatch(COUNTING::contains)) {
        List<Message> batch = batch(Message.of(content));
        CompletableFuture<String> other = CompletableFuture.supplyAsync(() -> said(mapping, batch));
        assertThat(said(mapping, batch)).isEqualTo(other.join());
        assertThat(said(mapping, batch(Message.of(content)))).isEqualTo(other.join());
      }
    }
  }

  /** As a mapping and as a mutation; none if it does not compile. */
  private static List<Mapping> compiled(String program) {
    try {
      Bloblang language = Bloblang.standard();
      return List.of(language.compile(program), language.compileMutation(program));
    } catch (CompileException e) {
      assertThat(e.errors()).isNotEmpty();
      return List.of();
    }
  }

  private static List<Message> batch(Message message) {
    Message second = Message.of("{\"a\":[1,{\"b\":null}]}");
    Message first = message.withMetadata("a", Str.of("meta"));
    return List.of(first, second.withMetadata("obj", second.structured()));
  }

  /** Everything a batch holds. */
  private static String described(List<Message> batch) {
    StringBuilder out = new StringBuilder();
    for (Message message : batch) {
      out.append(Base64.getEncoder().encodeToString(message.content()))
          .append(' ')
          .append(ValueJson.text(message.structured()))
          .append(' ')
          .append(ValueJson.text(message.metadata()))
          .append('\n');
    }
    return out.toString();
  }

  private static String said(Mapping mapping, List<Message> batch) {
    return switch (mapping.apply(batch, 0, FixedHost.seeded(7))) {
      case Result.Deleted deleted -> "deleted";
      case Result.Mapped mapped -> "mapped " + described(List.of(mapped.message()));
      case Result.Failed failed -> failed.fault() + " " + described(List.of(failed.message()));
    };
  }
}
