package io.usagecollector.local.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be meant is refused with status 2 and a sentence, before anything starts. */
class RunLocalRefusalIT {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private int run(String... arguments) {
    return run(Map.of(), arguments);
  }

  private int run(Map<String, String> environment, String... arguments) {
    var terminal = new Screen(new PrintStream(out, true, UTF_8), false, false);
    return RunLocal.execute(new RunLocal(environment, terminal, Path.of("..")), arguments);
  }

  private String said() {
    return out.toString(UTF_8);
  }

  @Test
  void aReplayNeedsKeptData() {
    assertThat(run("--replay")).isEqualTo(2);
    assertThat(said()).contains("--data DIR");
  }

  @Test
  void provisioningIsForARealServer() {
    assertThat(run("--provision")).isEqualTo(2);
    assertThat(said()).contains("--flexprice URL");
  }

  @Test
  void customersAreEnsuredAtARealServerThatIsProvisionedAlone() {
    assertThat(run("--ensure", "--flexprice", "https://flexprice.test")).isEqualTo(2);
    assertThat(said()).contains("allow it with --provision");
  }

  @Test
  void aPortForEnsureIsOfNoUseWithoutEnsure() {
    assertThat(run("--ensure-port", "8080")).isEqualTo(2);
    assertThat(said()).contains("give --ensure as well");
  }

  @Test
  void aPortForEnsureIsAPort() {
    assertThat(run("--ensure", "--ensure-port", "0")).isEqualTo(2);
    assertThat(said()).contains("--ensure-port is 1 to 65535, not 0");
  }

  @Test
  void whatAnOwnerMeansIsOneOfTwo() {
    assertThat(run(Map.of("OWNER_PREFIX_MODE", "keep"), "--ensure")).isEqualTo(2);
    assertThat(said()).contains("OWNER_PREFIX_MODE is literal or strip, not keep");
  }

  @Test
  void aRealServerNeedsAKey(@TempDir Path directory) {
    assertThat(run("--flexprice", "https://flexprice.test", "--data", directory.toString()))
        .isEqualTo(2);
    assertThat(said()).contains("set FLEXPRICE_API_KEY");
  }

  @Test
  void anEventsFileMustBeThere(@TempDir Path directory) {
    assertThat(run("--events", directory.resolve("none.jsonl").toString())).isEqualTo(2);
    assertThat(said()).contains("none.jsonl");
  }

  @ParameterizedTest
  @ValueSource(strings = {"seven", "", "1.5", "99999999999999999999"})
  void aSeedOfChaosIsAWholeNumber(String seed) {
    assertThat(run("--chaos", seed)).isEqualTo(2);
    assertThat(said()).contains("--chaos takes a seed, a whole number such as 7, not " + seed);
  }

  @Test
  void chaosIsForTheStandIn() {
    assertThat(run("--chaos", "7", "--flexprice", "https://flexprice.test")).isEqualTo(2);
    assertThat(said()).contains("--chaos is for the stand-in");
  }

  @Test
  void aServiceThatIsNotKnownIsRefusedWithThoseThatAre() {
    assertThat(run("--sink", "stripe")).isEqualTo(2);
    assertThat(said()).contains("--sink is flexprice or openmeter, not \"stripe\"");
  }

  @Test
  void anotherServicesServerIsRefused() {
    assertThat(run("--sink", "openmeter", "--flexprice", "https://flexprice.test")).isEqualTo(2);
    assertThat(said()).contains("--flexprice bills at Flexprice: leave out --sink openmeter");
  }

  @Test
  void customersAreLeftToTheFunctionsAtFlexpriceAlone() {
    assertThat(run("--sink", "openmeter", "--ensure")).isEqualTo(2);
    assertThat(said()).contains("--ensure is for Flexprice: leave out --sink openmeter");
  }

  @Test
  void chaosIsForTheStandInOfFlexprice() {
    assertThat(run("--sink", "openmeter", "--chaos", "7")).isEqualTo(2);
    assertThat(said()).contains("--chaos is for the stand-in of Flexprice");
  }

  @ParameterizedTest
  @CsvSource({
    "openmeter, 'flexprice: {api_key: \"${FLEXPRICE_API_KEY}\"}', "
        + "'sends to Flexprice, and this run bills at OpenMeter: run it with --sink flexprice'",
    "flexprice, 'openmeter: {url: \"${OPENMETER_URL}\"}', "
        + "'sends to OpenMeter, and this run bills at Flexprice: run it with --sink openmeter'",
    "openmeter, 'openmeter: {url: \"https://mine.test\"}', 'write url: ${OPENMETER_URL}'"
  })
  void aConfigurationThatSendsElsewhereIsRefused(
      String sink, String output, String said, @TempDir Path directory) throws IOException {
    Path config = directory.resolve("mine.yaml");
    Files.writeString(
        config,
        "input: {kafka: {addresses: [a], topics: [t], consumer_group: g}}\n"
            + "pipeline: {processors: []}\n"
            + "output: {"
            + output
            + "}\n");
    int status = run("--sink", sink, "--config", config.toString(), "--data", directory.toString());
    assertThat(status).as(said()).isEqualTo(2);
    assertThat(said()).contains("mine.yaml sends to ", said).doesNotContain("mine.test");
  }

  @Test
  void aPortIsAPort() {
    assertThat(run("--http-port", "70000")).isEqualTo(2);
    assertThat(said()).contains("--http-port is 1 to 65535, not 70000");
  }

  @Test
  void anUnknownOptionIsNamed() {
    assertThat(run("--no-such-option")).isEqualTo(2);
  }

  @Test
  void aConfigurationWithATypoIsRefusedWithItsPlace(@TempDir Path directory) throws IOException {
    Path config = directory.resolve("mine.yaml");
    Files.writeString(config, "pipelin:\n  processors: []\n");
    assertThat(run("--config", config.toString(), "--data", directory.toString())).isEqualTo(2);
    assertThat(said()).contains("mine.yaml:1:1");
  }

  private static final String NO_TOPIC =
      """
      pipeline: {processors: []}
      output: {flexprice: {api_key: "${FLEXPRICE_API_KEY}"}}
      """;

  static Stream<Arguments> odd() {
    return Stream.of(
        Arguments.of("not UTF-8", new byte[] {(byte) 0xff, (byte) 0xfe, 'a'}, "UTF-8"),
        Arguments.of("not closed", "pipeline: [".getBytes(UTF_8), "mine.yaml"),
        Arguments.of("nested without end", "[".repeat(100_000).getBytes(UTF_8), "mine.yaml"),
        Arguments.of("empty", new byte[0], "mine.yaml"),
        Arguments.of("a list", "- mapping: root = this\n".getBytes(UTF_8), "mine.yaml"),
        Arguments.of("no topic", NO_TOPIC.getBytes(UTF_8), "--topic"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("odd")
  void anOddConfigurationIsRefusedInASentence(
      String what, byte[] bytes, String said, @TempDir Path directory) throws IOException {
    Path config = Files.write(directory.resolve("mine.yaml"), bytes);
    int status = run("--config", config.toString(), "--data", directory.toString());
    assertThat(status).as(what + ": " + said()).isEqualTo(2);
    assertThat(said()).contains(said).doesNotContain("Exception", "\tat ");
  }

  @Test
  void aFolderIsNoConfiguration(@TempDir Path directory) {
    assertThat(run("--config", directory.toString())).isEqualTo(2);
    assertThat(said()).contains("cannot read " + directory);
  }

  @Test
  void aFileThatHoldsNoEventsIsRefusedByName(@TempDir Path directory) throws IOException {
    Path events = Files.writeString(directory.resolve("mine.parquet"), "PAR1\0\1\2\3");
    assertThat(run("send", "--broker", "127.0.0.1:1", "--topic", "t", events.toString()))
        .isEqualTo(2);
    assertThat(said()).contains("mine.parquet: is a Parquet file");
  }
}
