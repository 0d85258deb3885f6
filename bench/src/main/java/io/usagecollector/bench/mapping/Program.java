package io.usagecollector.bench.mapping;

import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.Parser;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * The benchmark's programs: each a Bloblang mapping, an event, and for the first three the same
 * program in JSLT.
 */
public enum Program {
  VAPI,
  TWENTY,
  PROPERTIES,
  DROP;

  public String bloblang() {
    return new String(resource("blobl"), StandardCharsets.UTF_8);
  }

  public byte[] event() {
    return new String(resource("json"), StandardCharsets.UTF_8)
        .strip()
        .getBytes(StandardCharsets.UTF_8);
  }

  /** JSLT says nothing of dropping a message, so {@link #DROP} has no program in it. */
  public boolean hasJslt() {
    return this != DROP;
  }

  /** The same program in JSLT, which is told to keep nulls as Bloblang does. */
  public Expression jslt() {
    var source = new String(resource("jslt"), StandardCharsets.UTF_8);
    return new Parser(new StringReader(source))
        .withObjectFilter("true")
        .withFunctions(List.of(new SortedUnique()))
        .compile();
  }

  private byte[] resource(String extension) {
    var name = "/programs/" + name().toLowerCase(Locale.ROOT) + "." + extension;
    try (var in = Program.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the benchmark's resource " + name + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
