package io.usagecollector.bloblang;

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
    assertThat(Nearest.to(word, NAMES, 2)).contains(name);
  }

  @Test
  void anythingElseIsNot() {
    assertThat(Nearest.to("colour", NAMES, 2)).isEmpty();
    assertThat(Nearest.to("x", NAMES, 2)).isEmpty();
    assertThat(Nearest.to("", List.of(), 2)).isEmpty();
  }
}
