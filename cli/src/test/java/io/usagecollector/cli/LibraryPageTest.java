package io.usagecollector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.formats.Formats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LibraryPageTest {
  private static final Path PAGE = Path.of("..", "docs", "bloblang.md");

  /** A page that is missing or differs is written anew, and the test fails all the same. */
  @Test
  void thePageInTheDocsIsTheOneTheLibraryPrints() throws IOException {
    String printed = LibraryPage.of(Formats.addTo(Bloblang.standard()).library());
    String found = Files.exists(PAGE) ? Files.readString(PAGE) : "";
    if (!found.equals(printed)) {
      Files.writeString(PAGE, printed);
    }
    assertThat(found)
        .as("docs/bloblang.md: look at what changed, and commit it")
        .isEqualTo(printed);
  }
}
