package io.usagecollector.tooling.events;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {
  /** {@code 3: {"a":1}}: the line, and the event. */
  private static List<String> read(byte[] bytes) throws IOException {
    return all(EventReader.of(new ByteArrayInputStream(bytes)));
  }

  private static List<String> all(EventReader events) throws IOException {
    List<String> read = new ArrayList<>();
    for (Event event = events.next(); event != null; event = events.next()) {
      read.add(event.line() + ": " + new String(event.value(), UTF_8));
    }
    return read;
  }

  private static List<String> read(String text) throws IOException {
    return read(text.getBytes(UTF_8));
  }

  private static String complaint(byte[] bytes) {
    return catchThrowableOfType(UnreadableEventsException.class, () -> read(bytes)).told("f");
  }

  private static String complaint(String text) {
    return complaint(text.getBytes(UTF_8));
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  @Test
  void aLineIsAnEventAndBlankLinesAreCounted() throws IOException {
    assertThat(read("{\"a\":1}\n\n \t\r\n{\"a\":2}\r\n  {\"a\":3} "))
        .containsExactly("1: {\"a\":1}", "4: {\"a\":2}", "5:   {\"a\":3} ");
    assertThat(read("")).isEmpty();
    assertThat(read("\n \n")).isEmpty();
  }

  @Test
  void aBrokenLineStaysTheEventItIs() throws IOException {
    assertThat(read("{\"a\":1\n{\"a\":2}\nx\n{\"a\":\n{\"a\":3}\n[1,\n{\"a\":\"4\n{\"a\":5}"))
        .containsExactly(
            "1: {\"a\":1",
            "2: {\"a\":2}",
            "3: x",
            "4: {\"a\":",
            "5: {\"a\":3}",
            "6: [1,",
            "7: {\"a\":\"4",
            "8: {\"a\":5}");
    assertThat(read("{\"a\":1")).containsExactly("1: {\"a\":1");
    assertThat(read("{\"a\":1} x\n{\"a\":}\n}{\n")).hasSize(3);
  }

  @Test
  void bytesThatAreNoTextStayAsTheyAre() throws IOException {
    byte[] line = "{\"a\":\"é\"}\nü".getBytes(ISO_8859_1);
    EventReader events = EventReader.of(new ByteArrayInputStream(line));
    assertThat(events.next().value()).isEqualTo("{\"a\":\"é\"}".getBytes(ISO_8859_1));
    assertThat(events.next().value()).isEqualTo("ü".getBytes(ISO_8859_1));
  }

  @Test
  void anyTextMayBeAnEvent() throws IOException {
    assertThat(read("ab")).containsExactly("1: ab");
    assertThat(read("a\u001Bb\n\"c\"\n1\n")).containsExactly("1: a\u001Bb", "2: \"c\"", "3: 1");
    assertThat(read("level: info")).containsExactly("1: level: info");
    assertThat(read("ORC,1\nPAR1 x\n")).containsExactly("1: ORC,1", "2: PAR1 x");
  }

  @Test
  void documentsOverSeveralLinesAreOneEventEach() throws IOException {
    assertThat(read("{\n  \"a\": 1\n}\n{\"b\":\n  {}}\n\n{\"c\":3}\n{\n\"d\": [\n{}\n]\n}"))
        .containsExactly(
            "1: {\n  \"a\": 1\n}", "4: {\"b\":\n  {}}", "7: {\"c\":3}", "8: {\n\"d\": [\n{}\n]\n}");
    assertThat(read("{\n\"a\":\"}\"\n}{\n\"b\":2}"))
        .containsExactly("1: {\n\"a\":\"}\"\n}", "3: {\n\"b\":2}");
    assertThat(read("[\n  1,\n  2\n]\n")).containsExactly("1: [\n  1,\n  2\n]");
  }

  @Test
  void documentsWithoutALineBreakBetweenThemAreOneEventEach() throws IOException {
    assertThat(read("{\"a\":1}{\"a\":2} {\"a\":3}\n{\"a\":4}"))
        .containsExactly("1: {\"a\":1}", "1: {\"a\":2}", "1:  {\"a\":3}", "2: {\"a\":4}");
  }

  @Test
  void anArraysDocumentsAreTheEvents() throws IOException {
    assertThat(read("[{\"a\":1},{\"a\":2}]")).containsExactly("1: {\"a\":1}", "1: {\"a\":2}");
    assertThat(read("[{\"a\":1},{\"a\":2}]\n\n")).containsExactly("1: {\"a\":1}", "1: {\"a\":2}");
    assertThat(read("[\n{\"a\":1},\n  {\"a\":\n2},null,3\n]\n[\n{}]"))
        .containsExactly("2: {\"a\":1}", "3: {\"a\":\n2}", "4: null", "4: 3", "7: {}");
    assertThat(read("[]")).isEmpty();
    assertThat(read("[{\"a\":1},\n{\"a\":2}]\n{\"b\":1}"))
        .containsExactly("1: {\"a\":1}", "2: {\"a\":2}", "3: {\"b\":1}");
  }

  @Test
  void linesThatAreArraysStayOneEventEach() throws IOException {
    assertThat(read("[{\"a\":1}]\n[{\"a\":2}]"))
        .containsExactly("1: [{\"a\":1}]", "2: [{\"a\":2}]");
    assertThat(read("{}\n[{\"a\":2}]")).containsExactly("1: {}", "2: [{\"a\":2}]");
    assertThat(read("[1,2]")).containsExactly("1: [1,2]");
  }

  @Test
  void aByteOrderMarkIsPassedOver() throws IOException {
    assertThat(read("\uFEFF{\"a\":1}\n")).containsExactly("1: {\"a\":1}");
    assertThat(read(gzip("\uFEFF[{\"a\":1}]".getBytes(UTF_8)))).containsExactly("1: {\"a\":1}");
  }

  @Test
  void whatIsGzippedIsUnpackedWhateverItIsCalled() throws IOException {
    byte[] one = gzip("{\"a\":1}\n".getBytes(UTF_8));
    byte[] two = gzip("{\"a\":2}\n".getBytes(UTF_8));
    byte[] both = Arrays.copyOf(one, one.length + two.length);
    System.arraycopy(two, 0, both, one.length, two.length);
    assertThat(read(both)).containsExactly("1: {\"a\":1}", "2: {\"a\":2}");
    assertThat(all(EventReader.ofLines(new ByteArrayInputStream(one))))
        .containsExactly("1: {\"a\":1}");
  }

  @Test
  void damagedGzipIsNamed() throws IOException {
    byte[] packed = gzip("{\"a\":1}\n".repeat(1000).getBytes(UTF_8));
    String damaged = "f: the gzipped data is damaged, or its end is missing";
    assertThat(complaint(Arrays.copyOf(packed, packed.length - 10))).isEqualTo(damaged);
    assertThat(complaint(Arrays.copyOf(packed, 3)))
        .isEqualTo("f: begins as gzipped data does, and is none");
    packed[packed.length / 2] ^= 0x55;
    assertThat(complaint(packed)).isEqualTo(damaged);
    assertThat(complaint(gzip(packed))).isEqualTo("f: is gzipped twice: unpack it once first");
  }

  @ParameterizedTest
  @CsvSource({
    "504b0304140000, a ZIP archive",
    "28b52ffd2468, compressed with zstd",
    "425a6839314159265359aabb, compressed with bzip2",
    "fd377a585a000004, compressed with xz",
    "04224d186440, compressed with lz4",
    "ff060000734e61507059, compressed with snappy",
    "5041523115041510, a Parquet file",
    "4f626a0104166176, an Avro file",
    "4f5243110000, an ORC file",
    "4152524f57310000, an Arrow file",
    "53514c69746520666f726d6174203300, a SQLite database",
    "fffe7b00, UTF-16 text: save it as UTF-8",
    "00017b, 'binary, or UTF-16 or UTF-32 text: events are JSON in UTF-8'",
    "7b7d2000ff, binary data: events are JSON in UTF-8",
  })
  void otherFormatsAreNamed(String hex, String name) {
    assertThat(complaint(HexFormat.of().parseHex(hex))).startsWith("f: is " + name);
  }

  @Test
  void utf16IsNamed() {
    assertThat(complaint("{}\n".getBytes(UTF_16))).contains("UTF-16");
    assertThat(complaint("{\0}\0")).contains("UTF-16");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "a: 1|b: 2 # YAML",
        "a:|  b: 2 # YAML",
        "---|a: 1 # YAML",
        "- a: 1|- a: 2 # YAML",
        "- a: 1|  b: 2 # YAML",
        "id,name|1,x # CSV, or a table like it",
        "\"id\";\"the name\"|1;x # CSV, or a table like it",
        "<?xml version=\"1.0\"?>|<a/> # XML or HTML",
        "<!doctype html>|<p> # XML or HTML",
      })
  void otherTextsAreNamed(String text, String name) {
    assertThat(complaint(text.replace('|', '\n')))
        .isEqualTo(
            "f: is " + name + ": events are JSON, one a line, one after the other, or in an array");
  }

  @Test
  void whereLinesAreAskedForEveryLineIsAnEvent() throws IOException {
    byte[] text = "id,name\n1,x\n\n[{}]\n".getBytes(UTF_8);
    assertThat(all(EventReader.ofLines(new ByteArrayInputStream(text))))
        .containsExactly("1: id,name", "2: 1,x", "4: [{}]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\n  \"a\": 1,\n}\n", "{\n\"a\": 1,\n}\n", "{}\n{\n  \"a\": x\n}\n"})
  void aDocumentThatIsNoJsonIsNamedWithItsPlace(String text) {
    assertThat(complaint(text)).matches("f:\\d:\\d: this is no JSON, in the document in line \\d");
  }

  @Test
  void aDocumentThatDoesNotEndIsNamed() {
    assertThat(complaint("{}\n{\n  \"a\": 1\n"))
        .isEqualTo("f:4:1: here it ends, and the document that begins in line 2 does not");
    assertThat(complaint("{\n  \"a\": 1\n},\n{\n  \"a\": 1\n}\n"))
        .isEqualTo("f:3:2: something follows the document that begins in line 1");
  }

  @Test
  void anArrayThatBreaksIsNamedOnceTheElementsBeforeAreRead() throws IOException {
    EventReader events =
        EventReader.of(new ByteArrayInputStream("[\n{\"é\":1},\n{\"a\":}\n]".getBytes(UTF_8)));
    assertThat(events.next().line()).isEqualTo(2);
    assertThat(catchThrowableOfType(UnreadableEventsException.class, events::next).told("f"))
        .isEqualTo("f:3:6: here must be JSON, in the array that begins in line 1");
    assertThat(complaint("[{\"é\":1}\n{}]"))
        .isEqualTo("f:2:1: here must be a comma or the end of the array that begins in line 1");
    assertThat(complaint("[\n{}\n] x"))
        .isEqualTo("f:3:3: something follows the array that begins in line 1");
    assertThat(complaint("[\n{},\n"))
        .isEqualTo("f:3:1: here must be JSON, in the array that begins in line 1");
  }

  @Test
  void whatNeverEndsIsNoEvent() {
    InputStream zeros =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }

          @Override
          public int read(byte[] to, int offset, int length) {
            Arrays.fill(to, offset, offset + length, (byte) 'x');
            return length;
          }
        };
    assertThat(
            catchThrowableOfType(
                    UnreadableEventsException.class, () -> EventReader.of(zeros).next())
                .told("f"))
        .isEqualTo("f:1:1: longer than 64 MiB without an end: no event");
  }

  /** A reader that waits for a second event before it hands on the first is no filter in a pipe. */
  @Test
  void anEventIsHandedOnBeforeTheNextIsThere() throws IOException {
    var out = new PipedOutputStream();
    EventReader events = EventReader.of(new PipedInputStream(out));
    out.write("{}\n".getBytes(UTF_8));
    out.flush();
    assertThat(events.next().line()).isEqualTo(1);
    out.write("{\n \"a\":1}\n".getBytes(UTF_8));
    out.flush();
    assertThat(events.next().line()).isEqualTo(2);
  }
}
