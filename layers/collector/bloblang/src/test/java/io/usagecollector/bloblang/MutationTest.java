package io.usagecollector.bloblang;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.value.Str;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MutationTest {
  private static Result apply(String mutation) throws CompileException {
    Message message = Message.of("{\"a\":1}").withMetadata("k", Str.of("old"));
    return Bloblang.standard().compileMutation(mutation).apply(message, Host.system());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"this.a", "json(\"a\")", "json().a", "root.a", "content().parse_json().a"})
  void aReadOfTheDocumentSeesWhatWasWrittenBefore(String read) {
    assertThat(Run.mutation("root.a = 2\nroot.b = " + read, "{\"a\":1}"))
        .isEqualTo("{\"a\":2,\"b\":2}");
    assertThat(Run.mutation("root.b = " + read + "\nroot.a = 2", "{\"a\":1}"))
        .isEqualTo("{\"a\":2,\"b\":1}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "meta(\"k\")",
        "metadata(\"k\")",
        "@k",
        "root_meta(\"k\")",
        "meta().k",
        "metadata().k"
      })
  void aReadOfMetadataSeesWhatWasWrittenBefore(String read) throws CompileException {
    assertThat(Run.said(apply("meta k = \"new\"\nroot = " + read))).isEqualTo("new");
  }

  @Test
  void aMappingReadsItsInputWhateverItHasWritten() {
    assertThat(Run.mapping("root.a = 2\nroot.b = [this.a, json(\"a\")]", "{\"a\":1}"))
        .isEqualTo("{\"a\":2,\"b\":[1,1]}");
  }

  @Test
  void thisStaysOnTheOldDocumentAfterRootIsReplaced() {
    assertThat(Run.mutation("root = {\"b\": 2}\nroot.c = this.a", "{\"a\":1}"))
        .isEqualTo("{\"b\":2,\"c\":1}");
  }

  @Test
  void aDocumentIsPrintedAnewEvenIfNothingIsWritten() {
    assertThat(Run.mutation("let x = 1", "{ \"b\" : 1.10, \"a\" : 2 }"))
        .isEqualTo("{\"a\":2,\"b\":1.10}");
  }

  @Test
  void aMessageThatIsNoJsonIsLeftUntilRootIsWritten() {
    assertThat(Run.mutation("meta k = 1", "no json")).isEqualTo("no json");
    assertThat(Run.mutation("root.a = 1", "no json")).isEqualTo("{\"a\":1}");
  }

  @Test
  void aFailureLeavesTheMetadataChanged() throws CompileException {
    Result.Failed failed = (Result.Failed) apply("meta k = \"new\"\nroot.a = throw(\"no\")");
    assertThat(failed.message().metadata("k")).isEqualTo(Str.of("new"));
  }

  @Test
  void aDeletedKeyIsGoneForLaterReads() {
    assertThat(Run.mutation("root.a = deleted()\nroot.b = this.exists(\"a\")", "{\"a\":1}"))
        .isEqualTo("{\"b\":false}");
  }

  @Test
  void aDocumentThatUsesUpTheLimitsBeforeTheFirstStatementFails() throws CompileException {
    Bloblang language = Bloblang.standard().withLimits(new Limits(1_000_000, 10));
    Mapping mutation = language.compileMutation("root.x = 1");
    assertThat(Run.said(mutation.apply(Message.of("{\"l\":[1,[2,[3]]]}"), Host.system())))
        .isEqualTo("error: the mapping takes more than 10 bytes of memory");
  }
}
