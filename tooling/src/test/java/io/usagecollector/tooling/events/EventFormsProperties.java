package io.usagecollector.tooling.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Whatever form documents are written in, and however they arrive, they are the same events. */
class EventFormsProperties {
  enum Form {
    LINES,
    PRETTY,
    CONCATENATED,
    ARRAY,
    PRETTY_ARRAY;

    /** A document has blanks where it may have them in the form's own way. */
    String write(List<String> documents) {
      return switch (this) {
        case LINES -> String.join("\n", documents);
        case PRETTY -> String.join("\n", documents.stream().map(Form::pretty).toList());
        case CONCATENATED -> String.join("", documents);
        case ARRAY -> "[" + String.join(", ", documents) + "]";
        case PRETTY_ARRAY ->
            "[\n" + String.join(",\n", documents.stream().map(Form::pretty).toList()) + "\n]";
      };
    }

    private static String pretty(String document) {
      return document.replace("{", "{\n  ").replace("}", "\n}");
    }
  }

  @Provide
  Arbitrary<String> documents() {
    Arbitrary<String> texts =
        Arbitraries.of("a", "é", "😀", "[", "]", "\\\\", "\\\"", ",", ":", " ")
            .list()
            .ofMaxSize(6)
            .map(characters -> '"' + String.join("", characters) + '"');
    Arbitrary<String> values =
        Arbitraries.oneOf(
            texts,
            Arbitraries.of("1", "-1.50e3", "null", "[1,[\"a\"]]", "[]", "{}", "{\"b\":[{}]}"));
    return values.list().ofMinSize(1).ofMaxSize(3).map(EventFormsProperties::document);
  }

  private static String document(List<String> values) {
    var document = new StringBuilder("{");
    for (int i = 0; i < values.size(); i++) {
      document
          .append(i == 0 ? "" : ",")
          .append("\"k")
          .append(i)
          .append("\":")
          .append(values.get(i));
    }
    return document.append('}').toString();
  }

  @Property
  void everyFormHoldsTheSameEvents(
      @ForAll @Size(min = 1, max = 5) List<@From("documents") String> documents,
      @ForAll Form form,
      @ForAll boolean mark,
      @ForAll boolean packed,
      @ForAll boolean trickles)
      throws IOException {
    byte[] written = ((mark ? "\uFEFF" : "") + form.write(documents)).getBytes(UTF_8);
    InputStream in = new ByteArrayInputStream(packed ? gzip(written) : written);
    EventReader events = EventReader.of(trickles ? new Trickle(in) : in);
    List<String> read = new ArrayList<>();
    for (Event event = events.next(); event != null; event = events.next()) {
      read.add(new String(event.value(), UTF_8).replace("\n  ", "").replace("\n", "").strip());
    }
    assertThat(read).isEqualTo(documents);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  /** Hands on a byte at a time. */
  private static final class Trickle extends InputStream {
    private final InputStream in;

    Trickle(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      return in.read();
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      return in.read(to, offset, Math.min(1, length));
    }
  }
}
