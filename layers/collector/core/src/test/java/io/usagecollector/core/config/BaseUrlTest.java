package io.usagecollector.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.core.config.finding.Notice;
import io.usagecollector.core.config.output.Output;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {
  private static CollectorConfig parse(String fields, Map<String, String> environment) {
    String text = "output:\n  flexprice:\n    api_key: ${KEY}\n" + fields;
    return CollectorConfig.parse(
        "pipeline.yaml", text, name -> name.equals("KEY") ? "k" : environment.get(name));
  }

  private static String url(CollectorConfig config) {
    return ((Output.Flexprice) config.output()).baseUrl().toString();
  }

  @ParameterizedTest
  @CsvSource({
    "api.example.com, https://api.example.com",
    "api.example.com:8443, https://api.example.com:8443",
    "127.0.0.1:8080, https://127.0.0.1:8080",
    "api.example.com/, https://api.example.com",
    "http://api.example.com:80, http://api.example.com:80",
    "https://api.example.com, https://api.example.com",
  })
  void aHostMayHaveAPortAndASchemeOfItsOwn(String host, String url) {
    assertThat(url(parse("    api_host: " + host + "\n", Map.of()))).isEqualTo(url);
  }

  @Test
  void aHostsOwnSchemeWinsWithANotice() {
    CollectorConfig config = parse("    api_host: http://h\n    scheme: https\n", Map.of());
    assertThat(url(config)).isEqualTo("http://h");
    assertThat(config.notices())
        .extracting(Notice::text)
        .containsExactly("output.flexprice.api_host has a scheme of its own, which is taken");
  }

  @Test
  void withoutAHostItIsUpstreamsDefault() {
    assertThat(url(parse("", Map.of()))).isEqualTo("https://api.cloud.flexprice.io");
  }

  @Test
  void theSchemeMayBeHttp() {
    assertThat(url(parse("    api_host: h\n    scheme: http\n", Map.of()))).isEqualTo("http://h");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api.example.com/v1",
        "h?x=1",
        "h#x",
        "user:pw@h",
        "h:99999",
        "h h",
        "ftp://h",
        "https://h/v1",
        ":80"
      })
  void aHostIsNothingMore(String host) {
    assertThatThrownBy(() -> parse("    api_host: \"" + host + "\"\n", Map.of()))
        .hasMessage("pipeline.yaml:4:15: output.flexprice.api_host is host[:port], without a path");
  }

  @Test
  void anotherSchemeIsRefused() {
    assertThatThrownBy(() -> parse("    scheme: gopher\n", Map.of()))
        .hasMessage("pipeline.yaml:4:13: output.flexprice.scheme is http or https");
  }

  @Test
  void theEnvironmentOverridesTheFileEvenWhereTheFileNeedsAVariable() {
    CollectorConfig config =
        parse("    api_host: ${HOST}\n", Map.of("FLEXPRICE_URL", "http://127.0.0.1:8080"));
    assertThat(url(config)).isEqualTo("http://127.0.0.1:8080");
    assertThat(config.notices())
        .extracting(Notice::text)
        .containsExactly(
            "output.flexprice.scheme and api_host give way to the environment variable"
                + " FLEXPRICE_URL");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://h/v1", "h:80", "ftp://h", "http://u:p@h", "http://"})
  void theEnvironmentsUrlIsSchemeHostAndPort(String url) {
    assertThatThrownBy(() -> parse("", Map.of("FLEXPRICE_URL", url)))
        .hasMessage(
            "pipeline.yaml: the environment variable FLEXPRICE_URL is scheme://host[:port]"
                + " with http or https, without a path");
  }

  @Test
  void theEnvironmentIdGoesAlong() {
    CollectorConfig config = parse("", Map.of("FLEXPRICE_ENVIRONMENT_ID", "env_1"));
    assertThat(((Output.Flexprice) config.output()).environmentId()).contains("env_1");
  }
}
