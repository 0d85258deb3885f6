package io.usagecollector.core.sink.flexprice.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.Json;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.EventOrigin;
import io.usagecollector.core.event.EventWarning;
import io.usagecollector.core.event.Oddity;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.sink.Formed;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts that the service's tables and consumers cannot bear, or bill as another. */
class QuantityLimitsTest {
  private static final EventOrigin ORIGIN =
      new EventOrigin(new StreamId("s"), new Coordinates("t", 0, 7), 1_764_585_000_250L, 0);

  private static Formed form(String properties, String... quantities) {
    String json =
        "{\"event_name\":\"a\",\"external_customer_id\":\"c\",\"properties\":" + properties + "}";
    Obj document = (Obj) Json.read(json.getBytes(StandardCharsets.UTF_8));
    return new FlexpriceForm(List.of(quantities)).form(document, ORIGIN);
  }

  private static Reason reason(String properties) {
    return ((Formed.Refused) form(properties)).reason();
  }

  private static UsageEvent event(String properties, String... quantities) {
    return ((Formed.Sendable) form(properties, quantities)).event();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e308",
        "-1e308",
        "1e23",
        "1E+23",
        "100000000000000000000000",
        "-100000000000000000000000",
        "123456789012345678901234567890",
        "340282366920938463463374.5",
        "\"1e308\"",
        "\"1e23\"",
        "\"-1E23\"",
        "\"+1e+23\"",
        "\"123456789012345678901234567890\"",
        "\"-123456789012345678901234567890\"",
        "\"100000000000000000000000.000\"",
        "\"0000100000000000000000000000\"",
        "\"0.00001e28\"",
        "\".1e24\"",
        "\"1.e23\"",
        "\"1e400\"",
        "\"1e2147483647\"",
        "\"1e-2147483647\"",
        "\"0e999999\""
      })
  void whatStopsTheServicesMeteringIsNeverSent(String quantity) {
    String text = " is 1e23 or more, at which Flexprice's metering stops for every customer";
    assertThat(reason("{\"a\":1,\"qty\":" + quantity + ",\"z\":\"x\"}"))
        .isEqualTo(
            new Reason(
                Reason.Kind.INVALID_EVENT, "a property" + text, "the property \"qty\"" + text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400", "-1e400", "1e309", "[1e400]", "{\"a\":[{\"b\":1e999}]}"})
  void aNumberThatNoFloatHoldsIsNeverSent(String value) {
    assertThat(reason("{\"duration_seconds\":" + value + "}").safeText())
        .isEqualTo("a property is larger than any number Flexprice can read (1.8e308)");
  }

  @Test
  void aNumberWithinAPropertyIsOneToo() {
    assertThat(reason("{\"a\":{\"b\":[1,{\"c\":1e25}]}}").fullText())
        .startsWith("the property \"a\" is 1e23 or more");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "99999999999999900000000",
        "9.9e22",
        "1e-400",
        "\"99999999999999999999999\"",
        "\"9.99e22\"",
        "\"1e22\"",
        "\"0.000000000000000000000000000000000001\"",
        "\"0000000000000000000000000000000000001\"",
        "\"1e23 \"",
        "\" 1e23\"",
        "\"1_000_000_000_000_000_000_000_000\"",
        "\"0x100000000000000000000000000\"",
        "\"123456789012345678901234567890a\"",
        "\"1e23e\"",
        "\"1e2147483648\"",
        "\"12e\"",
        "\"\\\"1e23\"",
        "\"e23\"",
        "{\"1e99\":\"1e99\"}",
        "[\"1e99\"]",
        "true"
      })
  void whatTheServiceBearsIsSent(String value) {
    assertThat(form("{\"1e99\":" + value + "}")).isInstanceOf(Formed.Sendable.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "92233720368",
        "92233720368.5",
        "9.3e10",
        "9007199254740993",
        "1e22",
        "\"92233720368\"",
        "\"+92233720368.54\"",
        "\"1e11\"",
        "\"000000092233720368\""
      })
  void anAmountThatMayWrapAroundIsSentAndCounted(String value) {
    UsageEvent event = event("{\"qty\":" + value + "}");
    String text = " is 92233720368 or more, at which Flexprice may bill another amount";
    assertThat(event.oddities())
        .containsExactly(
            new Oddity(
                EventWarning.QUANTITY_MAY_WRAP, "a property" + text, "the property qty" + text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"92233720367.99", "-1e12", "\"92233720367\"", "\"-1e12\"", "[1e12]"})
  void anAmountThatIsBilledAsItIsRaisesNoWarning(String value) {
    assertThat(event("{\"qty\":" + value + "}").oddities()).isEmpty();
  }

  /** A time in milliseconds is no quantity, where the quantities are known. */
  @Test
  void onlyQuantitiesMayWrapWhereTheyAreNamed() {
    assertThat(event("{\"at\":1764585000250,\"qty\":1}", "qty").oddities()).isEmpty();
    assertThat(event("{\"at\":1,\"qty\":1764585000250}", "qty").warnings())
        .containsExactly(EventWarning.QUANTITY_MAY_WRAP);
  }

  @Test
  void aQuantityThatTheSettingNamesIsNamedWhereAnyoneMayRead() {
    assertThat(event("{\"qty\":1e12}", "qty").oddities())
        .map(Oddity::safeText)
        .containsExactly(
            "the property qty is 92233720368 or more, at which Flexprice may bill another amount");
  }

  /** However a number is written, as a text or as a number, its size alone decides. */
  @Property
  void theSizeDecidesAndNotTheSpelling(
      @ForAll @BigRange(min = "0", max = "1000000000000000000000000000000") BigDecimal number,
      @ForAll @IntRange(min = 0, max = 12) int shift) {
    boolean bearable = number.compareTo(new BigDecimal("1e23")) < 0;
    BigDecimal shifted = number.movePointLeft(shift);
    for (String spelling :
        List.of(number.toPlainString(), shifted.toPlainString() + "e" + shift, "-" + number)) {
      assertThat(form("{\"q\":\"" + spelling + "\"}") instanceof Formed.Sendable)
          .as(spelling)
          .isEqualTo(bearable);
    }
  }
}
