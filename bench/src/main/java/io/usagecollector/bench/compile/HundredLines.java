package io.usagecollector.bench.compile;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.CompileException;
import io.usagecollector.bloblang.Mapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The mapping that is compiled: a hundred lines, as users write them. */
final class HundredLines {
  private HundredLines() {}

  static String text() {
    try (var in = HundredLines.class.getResourceAsStream("/compile/hundred.blobl")) {
      if (in == null) {
        throw new IllegalStateException("the benchmark's resource hundred.blobl is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is measured: through the public door, with nothing kept from call to call. */
  static Mapping compile(String text) throws CompileException {
    return Bloblang.standard().compile(text);
  }
}
