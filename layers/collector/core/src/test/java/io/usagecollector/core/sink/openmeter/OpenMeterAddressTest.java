package io.usagecollector.core.sink.openmeter;

import static io.usagecollector.core.sink.openmeter.OpenMeterDialect.KONNECT_V3;
import static io.usagecollector.core.sink.openmeter.OpenMeterDialect.OPENMETER_V1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenMeterAddressTest {
  private static void isRead(String written, String base, OpenMeterDialect dialect) {
    assertThat(OpenMeterAddress.of(written))
        .isEqualTo(new OpenMeterAddress(URI.create(base), dialect));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://eu.api.konghq.com",
        "https://eu.api.konghq.com/",
        "https://eu.api.konghq.com/v3",
        "https://eu.api.konghq.com/v3/",
        "https://eu.api.konghq.com/v3/openmeter",
        "https://eu.api.konghq.com/v3/openmeter/",
        "https://eu.api.konghq.com/v3/openmeter/events",
        "https://eu.api.konghq.com/v3/openmeter/events/",
        "https://eu.api.konghq.com/openmeter",
        " HTTPS://eu.api.konghq.com \n"
      })
  void konnectsHostsSpeakV3HoweverMuchOfThePathIsWritten(String written) {
    isRead(written, "https://eu.api.konghq.com/v3/openmeter", KONNECT_V3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8888",
        "http://localhost:8888/",
        "http://localhost:8888/api",
        "http://localhost:8888/api/v1",
        "http://localhost:8888/api/v1/",
        "http://localhost:8888/api/v1/events",
        "http://localhost:8888/events"
      })
  void aHostOfOnesOwnSpeaksV1(String written) {
    isRead(written, "http://localhost:8888/api/v1", OPENMETER_V1);
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:8888/api/v3, http://localhost:8888/api/v3/openmeter",
    "http://localhost:8888/api/v3/openmeter/, http://localhost:8888/api/v3/openmeter",
    "http://localhost:8888/api/v3/openmeter/events, http://localhost:8888/api/v3/openmeter",
    "https://openmeter.cloud/api/v3, https://openmeter.cloud/api/v3/openmeter",
    "http://127.0.0.1:1/v3, http://127.0.0.1:1/v3/openmeter"
  })
  void aPathThatSaysV3IsBelievedOnAnyHost(String written, String base) {
    isRead(written, base, KONNECT_V3);
  }

  @Test
  void aPathBeforeTheApiIsKept() {
    isRead("https://gw.example/meter/api/v1", "https://gw.example/meter/api/v1", OPENMETER_V1);
    isRead("https://gw.example/openmeter", "https://gw.example/openmeter/api/v1", OPENMETER_V1);
    isRead("https://gw.example/m/v3", "https://gw.example/m/v3/openmeter", KONNECT_V3);
  }

  @Test
  void aHostThatOnlyEndsLikeKonnectsIsNotKonnect() {
    isRead("https://notkonghq.com", "https://notkonghq.com/api/v1", OPENMETER_V1);
    isRead("https://api.konghq.com.example", "https://api.konghq.com.example/api/v1", OPENMETER_V1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "eu.api.konghq.com",
        "ftp://eu.api.konghq.com",
        "https://",
        "https:///v3",
        "https://user:hunter2@eu.api.konghq.com",
        "https://eu.api.konghq.com/v3?token=hunter2",
        "https://eu.api.konghq.com/v3#hunter2",
        "https://host:0",
        "https://host:65536",
        "https://ho st/hunter2"
      })
  void whatIsNoUrlIsRefusedWithoutQuotingIt(String written) {
    assertThatThrownBy(() -> OpenMeterAddress.of(written))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .hasMessage(
            "OpenMeter's URL is scheme://host[:port][/path] with http or https, and nothing after"
                + " it");
  }

  @Test
  void aTokenIsNeverSentToKonnectUnencrypted() {
    assertThatThrownBy(() -> OpenMeterAddress.of("http://eu.api.konghq.com/v3"))
        .hasMessage("Konnect is reached by https: write https://");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://eu.api.konghq.com/api/v1",
        "https://eu.api.konghq.com/v2",
        "https://eu.api.konghq.com/v3/openmeter/customers"
      })
  void anotherApiOfKonnectIsRefused(String written) {
    assertThatThrownBy(() -> OpenMeterAddress.of(written))
        .hasMessage(
            "Konnect's URL is https://REGION.api.konghq.com, with /v3/openmeter or nothing after"
                + " it");
  }

  @Property
  void whatIsReadIsReadAsItself(@ForAll("urls") String written) {
    OpenMeterAddress read = OpenMeterAddress.of(written);
    assertThat(OpenMeterAddress.of(read.base().toString())).isEqualTo(read);
  }

  @Provide
  Arbitrary<String> urls() {
    Arbitrary<String> paths =
        Arbitraries.of("api", "v1", "v3", "openmeter", "events", "", "x")
            .list()
            .ofMaxSize(6)
            .map(parts -> "/" + String.join("/", parts));
    return Combinators.combine(Arbitraries.of("http", "https"), paths)
        .as((scheme, path) -> scheme + "://meter.example:8888" + path);
  }

  @Test
  void anEndpointFollowsTheBase() {
    assertThat(OpenMeterAddress.of("http://h/api/v1").endpoint("/customers?key=a%3Ab"))
        .isEqualTo(URI.create("http://h/api/v1/customers?key=a%3Ab"));
  }
}
