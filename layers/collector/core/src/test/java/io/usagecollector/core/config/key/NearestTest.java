package io.usagecollector.core.config.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> NAMES = List.of("api_host", "api_key", "scheme", "batching");

  @ParameterizedTest
  @CsvSource({
    "api_hots, api_host",
    "apikey, api_key",
    "scheme_, scheme",
    "shceme, scheme",
    "batchng, batching"
  })
  void aMistypedNameIsFound(String word, String name) {
    assertThat(Nearest.to(word, NAMES)).contains(name);
  }

  @Test
  void anythingElseIsNot() {
    assertThat(Nearest.to("colour", NAMES)).isEmpty();
    assertThat(Nearest.to("x", NAMES)).isEmpty();
    assertThat(Nearest.to("", List.of())).isEmpty();
  }
}
