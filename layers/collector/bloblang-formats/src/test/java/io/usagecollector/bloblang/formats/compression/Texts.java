package io.usagecollector.bloblang.formats.compression;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.CompileException;
import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.Mapping;
import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.Result;
import io.usagecollector.bloblang.formats.Formats;
import java.nio.charset.StandardCharsets;

/** A text, what others make of it, and how a mapping compresses and decompresses. */
final class Texts {
  static final String TEXT = "a customer used 17 units of storage; ".repeat(4) + "é";

  /** What Benthos and Bento write of the text; bzip2, which they only read, is of bzip2 itself. */
  static final String LZ4 =
      "04224d186470b93e000000ff166120637573746f6d6572207573656420313720756e697473206f662073746f"
          + "726167653b20250049006f00006f00d0662073746f726167653b20c3a9000000001dc38e75";

  static final String LZ4_AT_LEVEL_9 =
      "04224d186470b934000000ff176120637573746f6d6572207573656420313720756e697473206f662073746f"
          + "726167653b206125005580726167653b20c3a9000000001dc38e75";

  static final String SNAPPY =
      "9601906120637573746f6d6572207573656420313720756e697473206f662073746f726167653b20ee2500ca"
          + "250004c3a9";

  static final String BZIP2 =
      "425a6839314159265359020d632e0000141994400020882fa39e00002008002000705309a680d3102aa4d326"
          + "2340f51b14954ecc163b2b62e6e46b2a9a1a9930747864f09905c818284ca0a17104c41f4ff177245385"
          + "090020d632e0";

  /** 131,072 letters of {@code 0123456789abcdef}: {@code lz4 -BD -B4 -BX --content-size}. */
  static final String LINKED =
      "04224d185c400000020000000000731b010000ff01303132333435363738396162636465661000"
          + "ff".repeat(256)
          + "d850626364656653de5e9c1b010000ff01303132333435363738396162636465661000"
          + "ff".repeat(256)
          + "d850626364656653de5e9c00000000aa0117e3";

  private Texts() {}

  static String run(String mapping, String input) {
    return run(mapping, input.getBytes(StandardCharsets.UTF_8));
  }

  static String run(String mapping, byte[] input) {
    return said(mapping(mapping), input);
  }

  static String said(Mapping mapping, byte[] input) {
    return switch (mapping.apply(Message.of(input), Host.system())) {
      case Result.Deleted deleted -> "<deleted>";
      case Result.Failed failed -> "error: " + failed.fault().text();
      case Result.Mapped mapped -> new String(mapped.message().content(), StandardCharsets.UTF_8);
    };
  }

  private static Mapping mapping(String mapping) {
    try {
      return Formats.addTo(Bloblang.standard()).compile(mapping);
    } catch (CompileException e) {
      throw new AssertionError(e);
    }
  }

  static String unpacked(String algorithm, String hex) {
    return run(
        "root = content().decode(\"hex\").decompress(\"%s\").catch(e -> e)".formatted(algorithm),
        hex);
  }

  static String packed(String algorithm, long level, String text) {
    return run(
        "root = content().compress(\"%s\", %d).encode(\"hex\")".formatted(algorithm, level), text);
  }
}
