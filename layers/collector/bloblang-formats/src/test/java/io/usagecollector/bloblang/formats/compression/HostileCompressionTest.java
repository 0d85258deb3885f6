package io.usagecollector.bloblang.formats.compression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.CompileException;
import io.usagecollector.bloblang.Limits;
import io.usagecollector.bloblang.Mapping;
import io.usagecollector.bloblang.formats.Formats;
import io.usagecollector.bloblang.value.Str;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs in a JVM of its own with a small heap: see the POM. */
@Tag("hostile")
class HostileCompressionTest {
  private static final Duration DEADLINE = Duration.ofMinutes(2);
  private static final int MEGABYTE = 1 << 20;
  private static final String TOO_MUCH = "it decompresses to more than 67108864 bytes";
  private static final String STEPS =
      "error: failed assignment (line 1): the mapping takes more than 5000000 steps";

  private static final Bloblang LANGUAGE = Formats.addTo(Bloblang.standard());

  /** A tenth of the usual steps, so that what loops takes seconds. */
  private static final Bloblang FEW_STEPS =
      LANGUAGE.withLimits(new Limits(5_000_000, Limits.standard().bytes()));

  private static String run(Bloblang language, String mapping, byte[] input)
      throws CompileException {
    Mapping compiled = language.compile(mapping);
    return assertTimeoutPreemptively(DEADLINE, () -> Texts.said(compiled, input));
  }

  /** Zeros, so many megabytes; frames and streams of one megabyte in a row. */
  private static byte[] bomb(String algorithm, int megabytes) throws IOException {
    return switch (algorithm) {
      case "lz4" -> times(Lz4Writer.frame(Str.of(new byte[MEGABYTE])), megabytes);
      case "bzip2" -> times(bzip2(new byte[MEGABYTE]), megabytes);
      default -> SnappyWriter.block(Str.of(new byte[megabytes * MEGABYTE]));
    };
  }

  private static byte[] bzip2(byte[] content) throws IOException {
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    try (OutputStream out = new BZip2CompressorOutputStream(to)) {
      out.write(content);
    }
    return to.toByteArray();
  }

  private static byte[] times(byte[] bytes, int times) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < times; i++) {
      all.writeBytes(bytes);
    }
    return all.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lz4", "snappy", "bzip2"})
  void sixtyFourMegabytesAreUnpackedAndOneMoreIsNot(String algorithm) throws Exception {
    String length = "root = content().decompress(\"" + algorithm + "\").length().catch(e -> e)";
    assertThat(run(LANGUAGE, length, bomb(algorithm, 64))).isEqualTo("67108864");
    assertThat(run(LANGUAGE, length, bomb(algorithm, 65))).isEqualTo(TOO_MUCH);
  }

  /** The memory of what was unpacked counts as that of any text. */
  @ParameterizedTest
  @ValueSource(strings = {"lz4", "snappy", "bzip2"})
  void bombsKeptInAnArrayEnd(String algorithm) throws Exception {
    assertThat(
            run(
                LANGUAGE,
                "root = range(0, 9).map_each(i -> content().decompress(\"%s\"))"
                    .formatted(algorithm),
                bomb(algorithm, 60)))
        .isEqualTo(
            "error: failed assignment (line 1): the mapping takes more than 134217728 bytes of memory");
  }

  /** Else each round of a loop would unpack 64 megabytes for nothing. */
  @ParameterizedTest
  @ValueSource(strings = {"lz4", "snappy", "bzip2"})
  void whatIsUnpackedInVainIsPaidFor(String algorithm) throws Exception {
    assertThat(
            run(
                FEW_STEPS,
                "root = range(0, 100000).map_each(i -> content().decompress(\"%s\").catch(0))"
                    .formatted(algorithm),
                bomb(algorithm, 65)))
        .isEqualTo(STEPS);
  }

  /** A few bytes make a block of bzip2 that is long, takes its time, and is damaged. */
  @Test
  void aBlockThatProvesDamagedIsPaidFor() throws Exception {
    byte[] stream = bzip2(new byte[40 * MEGABYTE]);
    stream[10] ^= 1;
    assertThat(
            run(
                FEW_STEPS,
                "root = range(0, 1000000).map_each(i -> content().decompress(\"bzip2\").catch(0))",
                stream))
        .isEqualTo(STEPS);
  }

  /**
   * A block says first how long it will be: 2 GB, then 67,108,865 bytes, of which none are there.
   */
  @Test
  void nothingIsReservedOnTheWordOfABlock() throws Exception {
    for (String length : new String[] {"ffffffff07", "81808020"}) {
      byte[] block = Arrays.copyOf(HexFormat.of().parseHex(length), 4 * MEGABYTE);
      assertThat(run(LANGUAGE, "root = content().decompress(\"snappy\").catch(e -> e)", block))
          .isEqualTo("s2: corrupt input");
    }
  }

  /** What a search for the best match takes minutes for. */
  @Test
  void whatNearlyRepeatsIsCompressedInLinearTime() throws Exception {
    byte[] letters = new byte[8 * MEGABYTE];
    for (int i = 0, state = 1; i < letters.length; i++) {
      state = state * 1_103_515_245 + 12_345;
      letters[i] = (byte) ('a' + (state >>> 30 & 1));
    }
    for (String algorithm : new String[] {"lz4", "snappy"}) {
      assertThat(
              run(
                  LANGUAGE,
                  "root = content().compress(\"%1$s\").decompress(\"%1$s\") == content()"
                      .formatted(algorithm),
                  letters))
          .isEqualTo("true");
    }
  }
}
