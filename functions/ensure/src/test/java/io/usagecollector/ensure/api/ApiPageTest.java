package io.usagecollector.ensure.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class ApiPageTest {
  /** A file that is missing or differs is written anew, and the test fails all the same. */
  @Test
  void theDocumentInTheDocsIsTheOneTheCodePrints() throws IOException {
    String printed = ApiPage.print();
    String found = Files.exists(ApiContract.FILE) ? Files.readString(ApiContract.FILE) : "";
    if (!found.equals(printed)) {
      Files.writeString(ApiContract.FILE, printed);
    }
    assertThat(found)
        .as("docs/ensure-api.yaml: look at what changed, and commit it")
        .isEqualTo(printed);
  }
}
