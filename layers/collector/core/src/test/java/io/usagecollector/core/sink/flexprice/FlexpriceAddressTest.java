package io.usagecollector.core.sink.flexprice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlexpriceAddressTest {
  @ParameterizedTest
  @ValueSource(strings = {"https://api.test", "https://api.test/", "https://api.test:8443"})
  void endpointsLieUnderTheHost(String base) {
    FlexpriceAddress address = new FlexpriceAddress(URI.create(base), Optional.empty());
    String host = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    assertThat(address.endpoint("/v1/events")).hasToString(host + "/v1/events");
    assertThat(address.endpoint("/v1/events/bulk")).hasToString(host + "/v1/events/bulk");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://api.test/v1", "api.test", "ftp://api.test", "https:///x"})
  void anAddressIsSchemeAndHostOnly(String base) {
    assertThatThrownBy(() -> new FlexpriceAddress(URI.create(base), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
