package io.usagecollector.bloblang;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeLimitTest {
  private static final String OVER = "the time for the mapping is up";

  private record Timed(TimeLimit timeLimit) implements Host {
    @Override
    public long unixNanos() {
      return 0;
    }

    @Override
    public RandomGenerator random() {
      return new Random(1);
    }
  }

  /** Each of what repeats: iterators, maps, texts, mappings within. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "root = range(0, 9999).map_each(n -> n * 2)",
        "root = range(0, 9999).map_each(n -> n * 2).catch(\"caught\")",
        "root = range(0, 9999).map_each(n -> n * 2) | \"caught\"",
        "root = range(0, 9999).fold(0, i -> i.tally + i.value).catch(\"caught\")",
        "map m { root = if this > 0 { (this - 1).apply(\"m\") } }\nroot = 4000.apply(\"m\").catch(1)",
        "root = range(0, 9999).sort(p -> p.left > p.right).or([])",
        "root = \"x\".repeat(1000000).uppercase().length().catch(1)",
        "let f = range(0, 5000)\nroot = $f.map_each(n -> $f.contains(n)).catch(1)",
        "root = range(0, 9999).bloblang(\"root = this.map_each(n -> n)\").catch(1)"
      })
  void aRunWhoseTimeIsUpFailsAndNothingInItCatchesThat(String mapping) throws CompileException {
    Result result =
        Bloblang.standard().compile(mapping).apply(Message.of("{}"), new Timed(() -> true));

    assertThat(result)
        .isInstanceOfSatisfying(
            Result.Failed.class,
            failed -> {
              assertThat(failed.fault().kind()).isEqualTo(Fault.Kind.TIME);
              assertThat(failed.fault().text()).endsWith(OVER);
              assertThat(failed.message().fault()).isEqualTo(failed.fault());
            });
  }

  @Test
  void soDoesAnInterpolation() throws CompileException {
    Interpolation text =
        Bloblang.standard().compileInterpolation("${! range(0, 9999).map_each(n -> n).sum() }");

    assertThat(text.apply(Message.of("{}"), new Timed(() -> true)))
        .isEqualTo(new Interpolation.Text.Failed(Fault.of(OVER).as(Fault.Kind.TIME)));
  }

  @Test
  void otherLimitsAndErrorsAreOfAnotherKind() throws CompileException {
    Bloblang narrow = Bloblang.standard().withLimits(new Limits(1_000, 1 << 20));

    assertThat(kind(narrow, "root = range(0, 9999).map_each(n -> n * 2)"))
        .isEqualTo(Fault.Kind.LIMIT);
    assertThat(kind(Bloblang.standard(), "root = range(0, 9999).map_each(n -> n.nope.length())"))
        .isEqualTo(Fault.Kind.ERROR);
  }

  private static Fault.Kind kind(Bloblang language, String mapping) throws CompileException {
    Result result = language.compile(mapping).apply(Message.of("{}"), new Timed(() -> false));
    return ((Result.Failed) result).fault().kind();
  }

  /** What maps a usage event has no loops of that length, and pays nothing for the clock. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "root = this",
        "root.a = this.a.uppercase()",
        "root = range(0, 99).map_each(n -> n)"
      })
  void aShortRunNeverAsks(String mapping) throws CompileException {
    AtomicLong looks = new AtomicLong();
    Host host = new Timed(() -> looks.incrementAndGet() < 0);

    Bloblang.standard().compile(mapping).apply(Message.of("{\"a\":\"b\"}"), host);

    assertThat(looks).hasValue(0);
  }

  @Test
  void aLongRunAsksEverySomeThousandSteps() throws CompileException {
    AtomicLong looks = new AtomicLong();
    Host host = new Timed(() -> looks.incrementAndGet() < 0);
    Mapping mapping = Bloblang.standard().compile("root = range(0, 100000).map_each(n -> n).sum()");

    assertThat(mapping.apply(Message.of("{}"), host)).isInstanceOf(Result.Mapped.class);
    assertThat(looks.get()).isBetween(20L, 200L);
  }

  @Test
  void aMomentIsOverFromItselfOn() {
    AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);
    TimeLimit limit = TimeLimit.at(Long.MAX_VALUE + 2, now::get);

    List<Boolean> over =
        List.of(0, 1, 2, 3, 4).stream()
            .map(step -> {
              boolean isOver = limit.isOver();
              now.incrementAndGet();
              return isOver;
            })
            .toList();

    assertThat(over).containsExactly(false, false, false, true, true);
  }
}
