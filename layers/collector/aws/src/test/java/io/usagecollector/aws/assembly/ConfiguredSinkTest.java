package io.usagecollector.aws.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.config.CollectorConfig;
import io.usagecollector.core.config.output.Output;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfiguredSinkTest {
  private static Output output(String setting) {
    String file =
        "input: {kafka: {addresses: [b:9092], topics: [t], consumer_group: g}}\n"
            + "output: {flexprice: {api_host: h, api_key: \"${KEY}\""
            + setting
            + "}}\n";
    return CollectorConfig.parse("c.yaml", file, EnvironmentVariables.of(Map.of("KEY", "k")))
        .output();
  }

  /** As the replaced collector, and never so many that memory would not hold them. */
  @ParameterizedTest
  @CsvSource({
    "'', 10",
    "', max_in_flight: 7', 7",
    "', max_in_flight: 1', 1",
    "', max_in_flight: 0', 10",
    "', max_in_flight: 1000', 64"
  })
  void asManyBulksAreInFlightAsTheConfigurationSays(String setting, int most) {
    assertThat(ConfiguredSink.flights(output(setting)).most()).isEqualTo(most);
  }

  private static Output openMeter(String settings) {
    String file = "output: {openmeter: {url: 'http://h', token: '${KEY}'" + settings + "}}\n";
    return CollectorConfig.parse("c.yaml", file, EnvironmentVariables.of(Map.of("KEY", "k")))
        .output();
  }

  @Test
  void eachServiceHasItsNameInLetters() {
    assertThat(ConfiguredSink.name(output(""))).isEqualTo("flexprice");
    assertThat(ConfiguredSink.name(openMeter(""))).isEqualTo("openmeter");
  }

  @ParameterizedTest
  @CsvSource({"'', 10", "', max_in_flight: 7', 7", "', max_in_flight: 1000', 64"})
  void openMetersBulksAreInFlightAsTheConfigurationSays(String setting, int most) {
    assertThat(ConfiguredSink.flights(openMeter(setting)).most()).isEqualTo(most);
  }
}
