package io.usagecollector.core.customer.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page's diagram is the table's. */
class EnsurePageTest {
  private static final Path PAGE = Path.of("../../../docs/ensure.md");

  private static String diagram() {
    var text = new StringBuilder("```mermaid\nstateDiagram-v2\n");
    text.append("    [*] --> ").append(Transition.FIRST).append(" : first asked for\n");
    for (Transition way : Transition.ALL) {
      text.append("    %s --> %s : %s%n".formatted(way.from(), way.to(), way.when()));
    }
    return text.append("```").toString();
  }

  @Test
  void thePageShowsTheTableOfTransitions() throws IOException {
    assertThat(Files.readString(PAGE)).contains(diagram());
  }
}
