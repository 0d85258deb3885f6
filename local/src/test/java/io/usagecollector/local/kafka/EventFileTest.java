package io.usagecollector.local.kafka;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.local.UsageException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of events, as people have them: each byte of the text below is one of the file. */
class EventFileTest {
  @TempDir Path directory;

  private List<String> values(byte[] bytes) throws IOException {
    Path file = Files.write(directory.resolve("events.jsonl"), bytes);
    try (var values = EventFile.read(file)) {
      return values.map(value -> new String(value, ISO_8859_1)).toList();
    }
  }

  private List<String> values(String text) throws IOException {
    return values(text.getBytes(ISO_8859_1));
  }

  @Test
  void aBlankLineIsNoRecord() throws IOException {
    assertThat(values("{\"a\":1}\n\n \r\n{\"a\":2}\r\n\n"))
        .containsExactly("{\"a\":1}", "{\"a\":2}");
  }

  @Test
  void bytesThatAreNoTextStay() throws IOException {
    assertThat(values("{\"a\":1}\nno json \u00ff\u00fe\n"))
        .containsExactly("{\"a\":1}", "no json \u00ff\u00fe");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstRecord() throws IOException {
    assertThat(values("\u00ef\u00bb\u00bf{\"a\":1}\n")).containsExactly("{\"a\":1}");
  }

  @Test
  void anArrayOfDocumentsIsItsElements() throws IOException {
    assertThat(values("[{\"a\":1},{\"a\":2}]")).containsExactly("{\"a\":1}", "{\"a\":2}");
  }

  @Test
  void aDocumentOverSeveralLinesIsOneRecord() throws IOException {
    assertThat(values("{\n  \"a\": 1\n}\n")).containsExactly("{\n  \"a\": 1\n}");
  }

  @Test
  void whatIsGzippedIsUnpacked() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write("{\"a\":1}\n{\"a\":2}\n".getBytes(ISO_8859_1));
    }
    assertThat(values(packed.toByteArray())).containsExactly("{\"a\":1}", "{\"a\":2}");
  }

  @Test
  void whatHoldsNoEventsIsRefusedByName() {
    assertThatThrownBy(() -> values("PAR1\u0015\u0004\u0015\u0010\n"))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("events.jsonl", "Parquet");
  }
}
