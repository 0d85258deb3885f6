package io.usagecollector.bloblang.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.CompileException;
import io.usagecollector.bloblang.FixedHost;
import io.usagecollector.bloblang.Mapping;
import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.Result;
import io.usagecollector.bloblang.json.RawArr;
import io.usagecollector.bloblang.json.RawObj;
import io.usagecollector.bloblang.json.ValueJson;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A message's bytes are read as they lie, and values made from them only where a mapping looks.
 * Whatever it looks at, the outcome is that of reading everything, plainly, first.
 */
class DocumentOracleTest {
  private static final String REFUSED =
      "failed assignment (line 1): unable to reference message as structured (with 'this";

  private static final List<String> LOOKS =
      List.of(
          "root = this",
          "root.x = this.a",
          "root = this.obj.b.n",
          "root = [this.list.\"0\", this.list.\"*\".a]",
          "root = this.catch(\"no object\").type()",
          "root.y = this.\"é\"\nroot.z = this.\"k k\"");

  /**
   * What sees how a document was written, which a tree does not know, and what counts its calls.
   */
  private static final Set<String> SEES_BYTES = Set.of("content", "count", "counter");

  @Provide
  Arbitrary<byte[]> damaged() {
    Arbitrary<byte[]> whole = Documents.texts().map(text -> text.getBytes(StandardCharsets.UTF_8));
    return Combinators.combine(whole, Damage.damages(), Damage.damages())
        .as((bytes, first, second) -> second.on(first.on(bytes)));
  }

  @Provide
  Arbitrary<String> programs() {
    return EvaluationLawsTest.compiling();
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void whateverAMappingLooksAtADamagedDocumentIsWhatThePlainReaderSays(
      @ForAll("damaged") byte[] bytes) {
    Optional<Value> tree = PlainJson.read(bytes);
    Statistics.collect(tree.isPresent());
    Statistics.coverage(checker -> {
      checker.check(true).percentage(share -> share > 20);
      checker.check(false).percentage(share -> share > 20);
    });
    tree.ifPresent(value -> assertReadAsItLies(bytes, value));
    for (String look : LOOKS) {
      assertSame(look, bytes, tree);
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void anyMappingGivesTheSameOnBytesAsOnATree(
      @ForAll("programs") String program, @ForAll("damaged") byte[] bytes) throws CompileException {
    Mapping mapping = Bloblang.standard().compile(program);
    Optional<Value> tree = PlainJson.read(bytes);
    if (tree.isPresent() && mapping.functions().stream().noneMatch(SEES_BYTES::contains)) {
      assertThat(said(mapping, Message.of(bytes))).isEqualTo(said(mapping, Message.of(tree.get())));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1,\"a\":2}",
        "{\"a\":1,\"\\u0061\":{\"n\":1}}",
        "{\"\\u0061\":1,\"a\":2}",
        "{\"obj\":{\"b\":1},\"obj\":{\"b\":{\"n\":5,\"n\":6}}}",
        "{\"obj\":{\"b\":{\"n\":5}},\"obj\":7}"
      })
  void theLastOfTwoEqualKeysWins(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Value tree = PlainJson.read(bytes).orElseThrow();
    assertReadAsItLies(bytes, tree);
    for (String look : LOOKS) {
      assertSame(look, bytes, Optional.of(tree));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1}x", "{\"a\":1}{}", "{\"a\":1,\"z\":01}", "{\"a\":1,\"z\":\"\\x\"}",
        "{\"a\":1,\"z\":\"\t\"}", "{\"a\":1,\"z\":[1,]}", "{\"a\":1,\"z\":tru}", "{\"a\":1,}",
        "{\"a\":1,\"z\":1.}", "{\"a\":1,\"z\":\"\\ud83\"}", "{\"a\":1,\"z\":{\"a\"}}", "{\"a\":1"
      })
  void damageWhereNobodyLooksFailsAllTheSame(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertThat(PlainJson.read(bytes)).isEmpty();
    for (String look : LOOKS) {
      assertSame(look, bytes, Optional.empty());
    }
  }

  /** The law is about values made from bytes: it would hold, and say nothing, of a tree. */
  private static void assertReadAsItLies(byte[] bytes, Value tree) {
    Value read = Message.of(bytes).structured();
    switch (tree) {
      case Obj o -> assertThat(read).isInstanceOf(RawObj.class);
      case Arr a -> assertThat(read).isInstanceOf(RawArr.class);
      default -> assertThat(read).isNotInstanceOf(Err.class);
    }
  }

  private static void assertSame(String look, byte[] bytes, Optional<Value> tree) {
    Mapping mapping = compiled(look);
    String said = said(mapping, Message.of(bytes));
    if (tree.isPresent()) {
      assertThat(said).as(look).isEqualTo(said(mapping, Message.of(tree.get())));
    } else if (look.contains("catch")) {
      assertThat(said).isEqualTo("mapped string");
    } else {
      assertThat(said).as(look).startsWith(bytes.length == 0 ? "failed" : REFUSED);
    }
  }

  private static Mapping compiled(String look) {
    try {
      return Bloblang.standard().compile(look);
    } catch (CompileException e) {
      throw new AssertionError(e);
    }
  }

  private static String said(Mapping mapping, Message message) {
    return switch (mapping.apply(message, FixedHost.seeded(7))) {
      case Result.Deleted deleted -> "deleted";
      case Result.Failed failed -> failed.fault().text();
      case Result.Mapped mapped -> "mapped " + printed(mapped.message());
    };
  }

  /** The payload: a document without the space it may have been written with. */
  private static String printed(Message message) {
    Value document = message.structured();
    byte[] bytes = document instanceof Err ? message.content() : ValueJson.bytes(document);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
