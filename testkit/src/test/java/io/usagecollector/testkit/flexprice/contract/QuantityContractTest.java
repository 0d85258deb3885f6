package io.usagecollector.testkit.flexprice.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.testkit.flexprice.client.MeterUsage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sheet 1.6 and 5: what a property's value is billed as on a SUM meter. */
@ContractTest
class QuantityContractTest {
  private static final Instant FIRST = Instant.parse(Metered.NOON);

  private final ServerUnderTest server;
  private final Metered metered;
  private final String customer;

  QuantityContractTest(ServerUnderTest server) {
    this.server = server;
    this.metered = server.metered();
    this.customer = metered.customer();
  }

  static List<Arguments> quantities() {
    String[][] cases = {
      {"120", "120"},
      {"1.5", "1.5"},
      {"1e3", "1000"},
      {"\"120\"", "120"},
      {"\"1e3\"", "1000"},
      {"\"+7\"", "7"},
      {"\"0.123456789012345\"", "0.123456789012345"},
      {"9007199254740993", "9007199254740992"},
      {"\"9007199254740993\"", "9007199254740993"},
      {"\" 120\"", "0"},
      {"\"1,000\"", "0"},
      {"\"\"", "0"},
      {"\"NaN\"", "0"},
      {"\"0x10\"", "0"},
      {"\"abc\"", "0"},
      {"true", "0"},
      {"null", "0"},
      {"{}", "0"},
      {"[1]", "0"},
      {"-5", "0"},
      {"\"-5\"", "0"},
      {"0", "0"},
    };
    List<Arguments> arguments = new ArrayList<>();
    for (int i = 0; i < cases.length; i++) {
      arguments.add(Arguments.of(cases[i][0], cases[i][1], i));
    }
    return arguments;
  }

  /** Each quantity in a second of its own, so that one customer serves them all. */
  @BeforeAll
  void sendEachInItsOwnSecond() {
    for (Arguments quantity : quantities()) {
      Object[] row = quantity.get();
      String time = FIRST.plusSeconds((int) row[2]).toString();
      metered.send(metered.event(customer, "q" + row[2], time, (String) row[0]));
    }
    metered.send(
        metered
            .event(customer, "missing", FIRST.plusSeconds(3600).toString(), "1")
            .replace("\"amount\"", "\"other\""));
  }

  @ParameterizedTest(name = "{0} is billed as {1}")
  @MethodSource("quantities")
  void isBilledAs(String value, String expected, int second) {
    assertThat(counted(FIRST.plusSeconds(second)).total()).isEqualByComparingTo(expected);
  }

  @Test
  void aMissingPropertyIsBilledAsZero() {
    assertThat(counted(FIRST.plusSeconds(3600)).total()).isZero();
  }

  /** The usage of one second, once its event has been counted. */
  private MeterUsage counted(Instant second) {
    server.eventually(() -> assertThat(usage(second).events()).isEqualTo(1));
    return usage(second);
  }

  private MeterUsage usage(Instant second) {
    return server.client().usage(customer, metered.sum(), second, second.plusSeconds(1));
  }
}
