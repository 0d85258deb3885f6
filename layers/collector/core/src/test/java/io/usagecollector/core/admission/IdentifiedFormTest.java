package io.usagecollector.core.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.core.customer.identity.Identification;
import io.usagecollector.core.customer.identity.OwnerPrefix;
import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.EventOrigin;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.sink.Formed;
import io.usagecollector.core.sink.flexprice.form.FlexpriceForm;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The event that is sent carries the key that is ensured. */
class IdentifiedFormTest {
  private static final Str CUSTOMER = Str.of("external_customer_id");
  private static final FlexpriceForm FORM = new FlexpriceForm(List.of());
  private static final EventOrigin ORIGIN =
      EventOrigin.of(
          new StreamId("stream"),
          new SourceRecord(
              new Coordinates("t", 0, 7), 1_767_225_600_000L, null, new byte[0], List.of()),
          0);

  private static MapObj document(Str customer) {
    return new MapObj().put(Str.of("event_name"), Str.of("call")).put(CUSTOMER, customer);
  }

  private static Formed formed(OwnerPrefix prefix, MapObj document) {
    return new IdentifiedForm(FORM, CUSTOMER.toString(), new Identification(prefix))
        .form(document, ORIGIN);
  }

  private static UsageEvent event(Formed formed) {
    assertThat(formed).isInstanceOf(Formed.Sendable.class);
    return ((Formed.Sendable) formed).event();
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "LITERAL,ann,ann",
        "LITERAL, ann ,ann",
        "LITERAL,app : user,app:user",
        "LITERAL,app:owner:o1,app:owner:o1",
        "STRIP,app:owner:o1,o1",
        "STRIP,app:user,app:user",
      })
  void itsCustomerIsTheKeyInFieldAndBytes(OwnerPrefix prefix, String written, String key) {
    MapObj document = document(Str.of(written));
    UsageEvent event = event(formed(prefix, document));
    assertThat(event.externalCustomerId()).isEqualTo(key);
    assertThat(new String(event.json(), StandardCharsets.UTF_8))
        .contains("\"external_customer_id\":\"" + key + "\"");
    assertThat(document.get(CUSTOMER)).isEqualTo(Str.of(written));
  }

  @Test
  void ofAKeyAsItStandsItMakesTheBytesThatTheServicesFormMakes() {
    MapObj document = document(Str.of("ann"));
    UsageEvent plain = event(FORM.form(document, ORIGIN));
    assertThat(event(formed(OwnerPrefix.STRIP, document)).json()).isEqualTo(plain.json());
  }

  @Test
  void whoCannotBeEnsuredIsAnEventThatCannotBeSent() {
    Formed formed = formed(OwnerPrefix.STRIP, document(Str.of("app:owner:")));
    assertThat(formed)
        .isEqualTo(
            new Formed.Refused(
                Reason.of(
                    Reason.Kind.INVALID_EVENT,
                    "external_customer_id cannot be ensured: no id follows the prefix owner:")));
  }

  @Test
  void whatIsNoTextIsRefusedInTheServicesWords() {
    MapObj missing = new MapObj().put(Str.of("event_name"), Str.of("call"));
    MapObj noUtf8 = document(Str.of(new byte[] {' ', (byte) 0xff}));
    for (MapObj document : List.of(missing, noUtf8, document(Str.of(" ")))) {
      assertThat(formed(OwnerPrefix.STRIP, document)).isEqualTo(FORM.form(document, ORIGIN));
    }
  }
}
