package io.usagecollector.bloblang.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.CompileException;
import io.usagecollector.bloblang.FixedHost;
import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.Mapping;
import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.Run;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CounterFunctionsTest {
  private static final Host HOST = FixedHost.seeded(1);

  private static Stream<String> repeated(Mapping mapping, String... inputs) {
    return Stream.of(inputs).map(input -> Run.said(mapping.apply(Message.of(input), HOST)));
  }

  private static Mapping compile(String mapping) throws CompileException {
    return Bloblang.standard().compile(mapping);
  }

  @Test
  void aCounterCountsAcrossMessagesAndStartsAnewAfterItsMaximum() throws CompileException {
    assertThat(repeated(compile("root = counter(5, 7)"), "{}", "{}", "{}", "{}"))
        .containsExactly("5", "6", "7", "5");
  }

  @Test
  void everyCallInTheTextHasACountOfItsOwn() throws CompileException {
    assertThat(repeated(compile("root = [counter(), counter()]"), "{}", "{}"))
        .containsExactly("[1,1]", "[2,2]");
  }

  @Test
  void aCounterInAMapIsOneCounterHoweverOftenItIsApplied() throws CompileException {
    Mapping mapping =
        compile("map n {\n  root = counter()\n}\nroot = [null.apply(\"n\"), null.apply(\"n\")]");
    assertThat(repeated(mapping, "{}", "{}")).containsExactly("[1,2]", "[3,4]");
  }

  @Test
  void setWritesReadsAndRestartsTheCount() throws CompileException {
    Mapping mapping =
        compile(
            """
            root = counter(min: 3, set: match {
              this.do == "read" => null
              this.do == "restart" => deleted()
              this.do == "count" => nothing()
              _ => this.do
            })
            """);
    assertThat(
            repeated(
                mapping,
                "{\"do\":\"count\"}",
                "{\"do\":\"count\"}",
                "{\"do\":\"read\"}",
                "{\"do\":40}",
                "{\"do\":\"count\"}",
                "{\"do\":\"restart\"}"))
        .containsExactly("3", "4", "4", "40", "41", "3");
  }

  @Test
  void boundsAreTakenFromTheFirstMessageThatHasGoodOnes() throws CompileException {
    Mapping mapping = compile("root = counter(this.min, this.max)");
    assertThat(
            repeated(
                mapping,
                "{\"min\":-1,\"max\":5}",
                "{\"min\":5,\"max\":2}",
                "{}",
                "{\"min\":8,\"max\":9}",
                "{\"min\":1,\"max\":2}"))
        .containsExactly(
            "error: failed assignment (line 1): min argument must be >0, got -1",
            "error: failed assignment (line 1): max argument must be >0 and >min, got 2",
            "error: failed assignment (line 1): failed to resolve min argument: expected number value, got null",
            "8",
            "9");
  }

  @Test
  void namedCountsAreSharedByTheMappingsOfAnEnvironmentAndByNoOther() throws CompileException {
    Bloblang environment = Bloblang.standard();
    Mapping one = environment.compile("root = count(\"a\")");
    Mapping two = environment.withEnv(name -> null).compile("root = [count(\"a\"), count(\"b\")]");
    assertThat(repeated(one, "{}")).containsExactly("1");
    assertThat(repeated(two, "{}")).containsExactly("[2,1]");
    assertThat(repeated(compile("root = count(\"a\")"), "{}")).containsExactly("1");
  }

  @Test
  void threadsNeverGetTheSameCount() throws CompileException {
    Mapping mapping = compile("root = counter()");
    assertThat(
            IntStream.range(0, 1000)
                .parallel()
                .mapToObj(i -> Run.said(mapping.apply(Message.of("{}"), HOST))))
        .doesNotHaveDuplicates();
  }
}
