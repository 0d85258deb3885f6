package io.usagecollector.bloblang;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.value.Str;
import org.junit.jupiter.api.Test;

class MappingTest {
  @Test
  void anUntouchedRootLeavesTheBytesAsTheyCame() {
    assertThat(Run.mapping("let x = 1", "{ \"b\" : 1.10 }")).isEqualTo("{ \"b\" : 1.10 }");
  }

  @Test
  void numberTextSurvivesUntilArithmetic() {
    assertThat(Run.mapping("root.a = this.n\nroot.b = this.n + 0", "{\"n\":1.10}"))
        .isEqualTo("{\"a\":1.10,\"b\":1.1}");
  }

  @Test
  void keysPrintSortedByTheirBytesAndTheLastOfTwoEqualOnesWins() {
    assertThat(
            Run.mapping(
                "root = this", "{\"b\":1,\"\\ud83d\\ude00\":2,\"\\uffff\":3,\"b\":4,\"a\":5}"))
        .isEqualTo("{\"a\":5,\"b\":4,\"\uffff\":3,\"\ud83d\ude00\":2}");
  }

  @Test
  void metaWithAPointWritesTheBody() {
    assertThat(Run.mapping("meta.x = 1", "{}")).isEqualTo("{\"meta\":{\"x\":1}}");
  }

  @Test
  void anIfWithoutElseSkipsItsAssignment() {
    assertThat(Run.mapping("root.a = 1\nroot.a = if false { 2 }", "{}")).isEqualTo("{\"a\":1}");
  }

  @Test
  void aVariableThatAliasesRootSeesLaterWrites() {
    assertThat(Run.mapping("root.a.b = 1\nlet x = root.a\nroot.a.b = 2\nroot.c = $x", "{}"))
        .isEqualTo("{\"a\":{\"b\":2},\"c\":{\"b\":2}}");
  }

  @Test
  void aValueAssignedTwiceIsTwoValues() {
    assertThat(Run.mapping("root.a = this\nroot.b = root.a\nroot.b.n = 2", "{\"n\":1}"))
        .isEqualTo("{\"a\":{\"n\":1},\"b\":{\"n\":2}}");
  }

  @Test
  void anInputDocumentIsNeverChanged() throws CompileException {
    Message message = Message.of("{\"a\":{\"n\":1}}");
    Mapping mapping = Bloblang.standard().compileMutation("root.a.n = 2\nmeta k = 1");
    assertThat(Run.said(mapping.apply(message, Host.system()))).isEqualTo("{\"a\":{\"n\":2}}");
    assertThat(Json.text(message.structured())).isEqualTo("{\"a\":{\"n\":1}}");
    assertThat(message.metadata("k")).isNull();
  }

  @Test
  void aFailedMappingLeavesTheMessageAndAFailedMutationWhatItHadDone() throws CompileException {
    String text = "root.a = 1\nroot.b = throw(\"no\")";
    Message message = Message.of("{}");
    Result mapped = Bloblang.standard().compile(text).apply(message, Host.system());
    Result mutated = Bloblang.standard().compileMutation(text).apply(message, Host.system());
    assertThat(Run.text(((Result.Failed) mapped).message())).isEqualTo("{}");
    assertThat(Run.text(((Result.Failed) mutated).message())).isEqualTo("{\"a\":1}");
    assertThat(((Result.Failed) mutated).fault())
        .isEqualTo(
            new Fault(
                "failed assignment (line 2): function throw: no".replace("function throw: ", ""),
                "failed assignment (line 2): no",
                "",
                2,
                1));
  }

  @Test
  void aFaultHasAFormWithoutTheOffendingValue() throws CompileException {
    Result result =
        Bloblang.standard()
            .compile("root = this.secret + 1")
            .apply(Message.of("{\"secret\":true}"), Host.system());
    assertThat(((Result.Failed) result).fault().valueFree())
        .isEqualTo(
            "failed assignment (line 1): cannot add types bool (from field `this.secret`) and number (from number literal)");
    result =
        Bloblang.standard()
            .compile("root = !this.s")
            .apply(Message.of("{\"s\":\"key\"}"), Host.system());
    assertThat(((Result.Failed) result).fault().text()).contains("(\"key\")");
    assertThat(((Result.Failed) result).fault().valueFree()).doesNotContain("key");
  }

  @Test
  void mappingsInARowNeitherPrintNorParseInBetween() throws CompileException {
    Mapping first = Bloblang.standard().compile("root.n = 9223372036854775807");
    Mapping second = Bloblang.standard().compile("root = this.n + 1");
    Message between = ((Result.Mapped) first.apply(Message.of("{}"), Host.system())).message();
    assertThat(between.isStructured()).isTrue();
    assertThat(Run.said(second.apply(between, Host.system()))).isEqualTo("-9223372036854775808");
  }

  @Test
  void aMapAppliesItselfFiveThousandTimesAndNoMore() {
    String down =
        "map down {\n  root = if this > 0 { (this - 1).apply(\"down\") } else { \"done\" }\n}\n";
    assertThat(Run.mapping(down + "root = 4999.apply(\"down\")", "{}")).isEqualTo("done");
    assertThat(Run.mapping(down + "root = 5000.apply(\"down\").catch(e -> e)", "{}"))
        .isEqualTo(
            "failed assignment (line 2): entering map down exceeded maximum allowed stacks of 5000, this could be due to"
                + " unbounded recursion");
  }

  @Test
  void allErrorsOfAMappingAreToldAtOnceEachWithItsPlace() {
    try {
      Bloblang.standard().compile("root.a = upercase()\nroot.b = this.x.uppercas()");
    } catch (CompileException e) {
      assertThat(e.getMessage())
          .isEqualTo(
              """
              line 1 char 10: unrecognised function 'upercase'
                root.a = upercase()
                         ^
              line 2 char 17: unrecognised method 'uppercas', did you mean `uppercase`?
                root.b = this.x.uppercas()
                                ^\
              """);
    }
  }

  @Test
  void deeplyNestedTextAndInputEndInErrorsOfTheirOwn() {
    assertThat(Run.mapping("root = " + "(".repeat(100_000), "{}")).startsWith("compile: ");
    assertThat(Run.mapping("root = this", "[".repeat(10_001) + "]".repeat(10_001)))
        .endsWith("parse as json: exceeded max depth");
    String deep = "[".repeat(10_000) + "]".repeat(10_000);
    assertThat(Run.mapping("root = this", deep)).isEqualTo(deep);
    assertThat(Run.mapping("root = this == this", deep)).isEqualTo("true");
  }

  @Test
  void callsAreListedSoThatACallerCanRefuseThem() throws CompileException {
    Mapping mapping = Bloblang.standard().compile("root.a = now()\nroot.b = this.c.or(hostname())");
    assertThat(mapping.functions()).containsExactlyInAnyOrder("now", "hostname");
    assertThat(mapping.calls()).contains(new Call(false, "hostname", "", 2, 20));
  }

  @Test
  void interpolationPrintsQueriesIntoText() throws CompileException {
    Interpolation text =
        Bloblang.standard().compileInterpolation("a ${! this.n + 1 } ${{!this.x}} $b");
    assertThat(text.apply(Message.of("{\"n\":1}"), Host.system()))
        .isEqualTo(new Interpolation.Text.Resolved(Str.of("a 2 ${!this.x} $b")));
  }

  @Test
  void aVariableCanBeReadByAComputedName() {
    String named = "let a = 1\nroot.x = var(this.name).catch(e -> e)";
    assertThat(Run.mapping(named, "{\"name\":\"a\"}")).isEqualTo("{\"x\":1}");
    assertThat(Run.mapping(named, "{\"name\":\"b\"}"))
        .isEqualTo("{\"x\":\"variable 'b' undefined\"}");
  }
}
