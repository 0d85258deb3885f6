package io.usagecollector.bloblang.formats.compression;

import static io.usagecollector.bloblang.formats.compression.Texts.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.value.Str;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.lz4.BlockLZ4CompressorOutputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream;
import org.apache.commons.compress.compressors.snappy.SnappyCompressorInputStream;
import org.apache.commons.compress.compressors.snappy.SnappyCompressorOutputStream;

/** What holds for any bytes; another implementation reads what is written here, and the reverse. */
class CompressionLawTest {
  private static final List<String> ALGORITHMS = List.of("lz4", "snappy", "bzip2");

  /** Bytes with something to find in them: few letters, long runs, parts that come again. */
  @Provide
  Arbitrary<byte[]> contents() {
    Arbitrary<byte[]> part =
        Combinators.combine(
                Arbitraries.bytes()
                    .between((byte) 'a', (byte) 'c')
                    .array(byte[].class)
                    .ofMaxSize(60),
                Arbitraries.integers().between(1, 300))
            .as(CompressionLawTest::times);
    return Arbitraries.oneOf(part, Arbitraries.bytes().array(byte[].class).ofMaxSize(300))
        .list()
        .ofMaxSize(8)
        .map(CompressionLawTest::joined);
  }

  private static byte[] times(byte[] bytes, int times) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < times; i++) {
      all.writeBytes(bytes);
    }
    return all.toByteArray();
  }

  private static byte[] joined(List<byte[]> parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    parts.forEach(all::writeBytes);
    return all.toByteArray();
  }

  @Property(tries = 500)
  void anyBytesComeBack(
      @ForAll("contents") byte[] bytes, @ForAll @IntRange(min = -1, max = 9) int level) {
    for (String algorithm : List.of("lz4", "snappy")) {
      String there =
          "root = content().compress(\"%1$s\", %2$d).decompress(\"%1$s\") == content()"
              .formatted(algorithm, level);
      assertThat(run(there, bytes)).isEqualTo("true");
    }
  }

  @Property(tries = 500)
  void anotherImplementationReadsWhatIsWritten(@ForAll("contents") byte[] bytes)
      throws IOException {
    InputStream frame =
        new FramedLZ4CompressorInputStream(
            new ByteArrayInputStream(Lz4Writer.frame(Str.of(bytes))));
    assertThat(frame.readAllBytes()).isEqualTo(bytes);
    InputStream block =
        new SnappyCompressorInputStream(
            new ByteArrayInputStream(SnappyWriter.block(Str.of(bytes))), 1 << 20);
    assertThat(block.readAllBytes()).isEqualTo(bytes);
  }

  @Property(tries = 500)
  void whatAnotherImplementationWroteIsRead(@ForAll("contents") byte[] bytes) throws IOException {
    for (String algorithm : ALGORITHMS) {
      byte[] packed = written(algorithm, bytes);
      String hex =
          run("root = content().decompress(\"" + algorithm + "\").encode(\"hex\")", packed);
      assertThat(hex).isEqualTo(HexFormat.of().formatHex(bytes));
    }
  }

  /** However bytes are damaged, the mapping goes on: with an error, or with bytes. */
  @Property(tries = 3000)
  void damagedBytesNeverEndTheRun(
      @ForAll("contents") byte[] bytes,
      @ForAll @IntRange(max = 2) int algorithm,
      @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 1 << 20) Integer> places,
      @ForAll byte to)
      throws IOException {
    byte[] packed = written(ALGORITHMS.get(algorithm), bytes);
    places.forEach(place -> packed[place % packed.length] ^= to);
    assertThat(length(ALGORITHMS.get(algorithm), packed)).containsPattern("^-?[0-9]+$");
  }

  @Property(tries = 1000)
  void anyBytesAreReadOrRefused(@ForAll byte[] bytes, @ForAll @IntRange(max = 2) int algorithm) {
    List<String> starts = List.of("04224d18", "", "425a6839314159265359");
    byte[] start = HexFormat.of().parseHex(starts.get(algorithm));
    assertThat(length(ALGORITHMS.get(algorithm), joined(List.of(start, bytes))))
        .containsPattern("^-?[0-9]+$");
  }

  private static String length(String algorithm, byte[] packed) {
    return run("root = content().decompress(\"" + algorithm + "\").length().catch(-1)", packed);
  }

  private static byte[] written(String algorithm, byte[] bytes) throws IOException {
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    try (OutputStream out = writer(algorithm, to, bytes.length)) {
      out.write(bytes);
    }
    return to.toByteArray();
  }

  /** LZ4 with small blocks that are linked, and every checksum. */
  private static OutputStream writer(String algorithm, OutputStream to, int length)
      throws IOException {
    return switch (algorithm) {
      case "lz4" ->
          new FramedLZ4CompressorOutputStream(
              to,
              new FramedLZ4CompressorOutputStream.Parameters(
                  FramedLZ4CompressorOutputStream.BlockSize.K64,
                  true,
                  true,
                  true,
                  BlockLZ4CompressorOutputStream.createParameterBuilder().build()));
      case "snappy" -> new SnappyCompressorOutputStream(to, length);
      default -> new BZip2CompressorOutputStream(to, 1);
    };
  }
}
