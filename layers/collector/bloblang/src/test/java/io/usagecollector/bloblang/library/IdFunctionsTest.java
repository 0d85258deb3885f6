package io.usagecollector.bloblang.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.CompileException;
import io.usagecollector.bloblang.FixedHost;
import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.Mapping;
import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdFunctionsTest {
  private static String run(String mapping, Host host) throws CompileException {
    return Run.said(Bloblang.standard().compile(mapping).apply(Message.of("{}"), host));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "uuid_v4()",
        "uuid_v7()",
        "nanoid()",
        "ulid()",
        "ksuid()",
        "snowflake_id()",
        "random_int()",
        "now()",
        "timestamp_unix_nano()"
      })
  void theSameHostGivesTheSameIdsAndAnotherGivesOthers(String call) throws CompileException {
    String mapping = "root = [" + call + ", " + call + "]";
    String once = run(mapping, FixedHost.seeded(1));
    assertThat(run(mapping, FixedHost.seeded(1))).isEqualTo(once);
    Host other = new FixedHost(FixedHost.NANOS + 1_000_000_000L, FixedHost.seeded(2).random());
    assertThat(run(mapping, other)).isNotEqualTo(once);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"uuid_v4()", "uuid_v7()", "nanoid()", "ulid()", "ksuid()", "random_int()"})
  void twoCallsForOneMessageGiveTwoIds(String call) throws CompileException {
    assertThat(run("root = " + call + " == " + call, FixedHost.seeded(1))).isEqualTo("false");
  }

  @Test
  void uuidsCarryTheirVersionAndVariant() throws CompileException {
    assertThat(run("root = uuid_v4()", FixedHost.seeded(1)))
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    assertThat(run("root = uuid_v7()", FixedHost.seeded(1)))
        .matches("0124e053-35fb-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  }

  @Test
  void timeOrderedIdsBeginWithTheHostsTime() throws CompileException {
    assertThat(run("root = ulid(\"hex\")", FixedHost.seeded(1))).startsWith("0124e05335fb");
    assertThat(run("root = ulid()", FixedHost.seeded(1)))
        .matches("014KG56DFV[0-9A-HJKMNP-TV-Z]{16}");
    Host later = new FixedHost(1_621_627_443_000_000_000L, FixedHost.seeded(1).random());
    assertThat(run("root = ksuid()", later)).matches("1srOr[0-9A-Za-z]{22}");
    assertThat(run("root = snowflake_id(7).int64() / 4194304", later)).startsWith("332792468343");
  }

  @Test
  void aKsuidBeforeItsEpochWrapsAsUpstream() throws CompileException {
    assertThat(run("root = ksuid().length()", FixedHost.seeded(1))).isEqualTo("27");
  }

  @Test
  void aNodeOrAnEncodingThatThereIsNotDoesNotCompile() {
    assertThat(Run.mapping("root = snowflake_id(1024)", "{}"))
        .isEqualTo("compile: snowflake_id: Node number must be between 0 and 1023");
    assertThat(Run.mapping("root = ulid(\"base64\")", "{}"))
        .isEqualTo("compile: ulid: invalid ulid encoding: base64");
    assertThat(Run.mapping("root = ulid(\"hex\", \"dice\")", "{}"))
        .isEqualTo("compile: ulid: invalid randomness source: dice");
  }

  @Test
  void randomIntegersStayBetweenTheirBoundsWhichAreIncluded() throws CompileException {
    Host host = FixedHost.seeded(3);
    Mapping dice = Bloblang.standard().compile("root = random_int(min: 1, max: 3 * 2)");
    assertThat(
            java.util.stream.IntStream.range(0, 200)
                .mapToObj(i -> Run.said(dice.apply(Message.of("{}"), host))))
        .containsOnly("1", "2", "3", "4", "5", "6")
        .contains("1", "6");
  }

  @Test
  void boundsOfARandomIntegerAreConstantPositiveAndInOrder() {
    assertThat(Run.mapping("root = random_int(max: this.n)", "{}"))
        .isEqualTo("compile: random_int: param max must not be dynamic");
    assertThat(Run.mapping("root = random_int(min: 10, max: 5)", "{}"))
        .isEqualTo("compile: random_int: min (10) must be smaller or equal than max (5)");
    assertThat(Run.mapping("root = random_int(min: -1)", "{}"))
        .isEqualTo("compile: random_int: min (-1) must be a positive number");
    assertThat(Run.mapping("root = random_int(max: 9223372036854775807)", "{}"))
        .startsWith("compile: random_int: max must be smaller than the max allowed");
  }

  @Test
  void aSeedThatIsNoNumberFails() {
    assertThat(Run.mapping("root = random_int(this.seed)", "{\"seed\":{}}"))
        .isEqualTo(
            "error: failed assignment (line 1): failed to seed random number generator: expected number value, got object");
    assertThat(Run.mapping("root = random_int(timestamp_unix_nano(), 5, 5)", "{}")).isEqualTo("5");
  }

  @Test
  void aNanoIdTakesItsAlphabetOnlyWithALength() {
    assertThat(Run.mapping("root = nanoid(alphabet: \"ab\")", "{}"))
        .isEqualTo("compile: nanoid: field length must be specified when an alphabet is specified");
    assertThat(Run.mapping("root = nanoid(3, \"é\")", "{}")).isEqualTo("ééé");
    assertThat(Run.mapping("root = nanoid(0, \"ab\")", "{}"))
        .isEqualTo("error: failed assignment (line 1): size must be positive integer");
    assertThat(Run.mapping("root = nanoid(5, \"\")", "{}"))
        .isEqualTo(
            "error: failed assignment (line 1): alphabet must not be empty and contain no more than 255 chars");
    assertThat(Run.mapping("root = nanoid(-1)", "{}"))
        .isEqualTo("error: failed assignment (line 1): negative ID length");
    assertThat(Run.mapping("root = nanoid(this.n)", "{\"n\":999999999}"))
        .contains("length must be at most 1048576");
  }

  @Test
  void theUuidOfANameDependsOnItsNamespace() {
    assertThat(Run.mapping("root = \"hello world\".uuid_v5()", "{}"))
        .isEqualTo("191333f6-c83e-5b3b-bdb0-bd483ad1bcb7");
    assertThat(Run.mapping("root = \"example\".uuid_v5(\"X500\")", "{}"))
        .isEqualTo("0cbd148f-768f-52fe-a1cd-0c4e6c65de91");
    String own = "a0d220eb-18f1-50ca-b888-86aa5b604edf";
    for (String spelling :
        new String[] {
          "77f836b7-9f61-46c0-851e-9b6ca3535e69",
          "77F836B79F6146C0851E9B6CA3535E69",
          "{77f836b7-9f61-46c0-851e-9b6ca3535e69}",
          "urn:uuid:77f836b7-9f61-46c0-851e-9b6ca3535e69"
        }) {
      assertThat(Run.mapping("root = \"example\".uuid_v5(\"" + spelling + "\")", "{}"))
          .isEqualTo(own);
    }
    assertThat(Run.mapping("root = \"x\".uuid_v5(\"no\")", "{}"))
        .isEqualTo("error: failed assignment (line 1): string literal: invalid ns uuid: \"no\"");
    assertThat(Run.mapping("root = 5.uuid_v5()", "{}"))
        .isEqualTo(
            "error: failed assignment (line 1): expected string value, got number from number literal (5)");
    assertThat(Run.mapping("root = null.uuid_v5()", "{}")).isEqualTo("null");
  }
}
