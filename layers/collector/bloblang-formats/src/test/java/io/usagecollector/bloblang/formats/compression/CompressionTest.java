package io.usagecollector.bloblang.formats.compression;

import static io.usagecollector.bloblang.formats.compression.Texts.BZIP2;
import static io.usagecollector.bloblang.formats.compression.Texts.LZ4;
import static io.usagecollector.bloblang.formats.compression.Texts.LZ4_AT_LEVEL_9;
import static io.usagecollector.bloblang.formats.compression.Texts.SNAPPY;
import static io.usagecollector.bloblang.formats.compression.Texts.TEXT;
import static io.usagecollector.bloblang.formats.compression.Texts.packed;
import static io.usagecollector.bloblang.formats.compression.Texts.run;
import static io.usagecollector.bloblang.formats.compression.Texts.unpacked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.CompileException;
import io.usagecollector.bloblang.formats.Formats;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompressionTest {
  @Test
  void whatUpstreamCompressedIsRead() {
    assertThat(unpacked("lz4", LZ4)).isEqualTo(TEXT);
    assertThat(unpacked("lz4", LZ4_AT_LEVEL_9)).isEqualTo(TEXT);
    assertThat(unpacked("snappy", SNAPPY)).isEqualTo(TEXT);
    assertThat(unpacked("bzip2", BZIP2)).isEqualTo(TEXT);
  }

  @Test
  void framesAndStreamsInARowAreOneContent() {
    assertThat(unpacked("lz4", LZ4 + LZ4_AT_LEVEL_9)).isEqualTo(TEXT + TEXT);
    assertThat(unpacked("lz4", "502a4d1802000000aabb" + LZ4)).isEqualTo(TEXT);
    assertThat(unpacked("bzip2", BZIP2 + BZIP2)).isEqualTo(TEXT + TEXT);
  }

  /** Blocks that are linked, with checksums and a length, as the lz4 command writes on request. */
  @Test
  void linkedBlocksReachIntoTheOnesBefore() {
    String once = "0123456789abcdef".repeat(4096);
    assertThat(unpacked("lz4", Texts.LINKED)).isEqualTo(once + once);
  }

  @ParameterizedTest
  @CsvSource({"lz4,-1", "lz4,0", "lz4,1", "lz4,9", "lz4,24", "snappy,-1", "snappy,99"})
  void whatWasCompressedIsSmallerAndComesBack(String algorithm, long level) {
    String small = packed(algorithm, level, TEXT);
    assertThat(small.length() / 2).isLessThan(80);
    assertThat(unpacked(algorithm, small)).isEqualTo(TEXT);
  }

  @Test
  void nothingIsPackedAsUpstreamDoes() {
    assertThat(packed("snappy", -1, "")).isEqualTo("00");
    assertThat(packed("lz4", -1, "")).isEqualTo("04224d186470b900000000055dcc02");
    assertThat(unpacked("lz4", "04224d186470b900000000055dcc02")).isEmpty();
    assertThat(unpacked("lz4", "")).isEmpty();
    assertThat(unpacked("snappy", "00")).isEmpty();
  }

  @Test
  void aFrameTooShortToShrinkIsUpstreams() {
    assertThat(packed("lz4", -1, "hello hello"))
        .isEqualTo("04224d186470b90b00008068656c6c6f2068656c6c6f000000005f7943d1");
  }

  /** Upstream's blocks copy from any distance, here 100,000 bytes. */
  @Test
  void aCopyReachesBackOverTheWholeBlock() {
    String literal = "far away".repeat(8) + "-".repeat(99_936);
    String hex = run("root = content().encode(\"hex\")", literal);
    assertThat(unpacked("snappy", "e08d06" + "f89f8601" + hex + "ffa0860100"))
        .isEqualTo(literal + "far away".repeat(8));
  }

  /** The words are those of upstream, where it fails as well. */
  @ParameterizedTest
  @CsvSource({
    "snappy,'',s2: corrupt input",
    "snappy,291468656c6c6f208a06,s2: corrupt input",
    "snappy,291468656c6c6f208a060000,s2: corrupt input",
    "snappy,041468656c6c6f20,s2: corrupt input",
    "snappy,06008a0600,s2: corrupt input",
    "snappy,0600610100,s2: corrupt input",
    "snappy,ffffffff0f,s2: corrupt input",
    "snappy,ffffffffff01,s2: corrupt input",
    "snappy,80c2d72f00,s2: corrupt input",
    "snappy,ff060000734e61507059,s2: corrupt input",
    "lz4,042233,unexpected EOF",
    "lz4,00000000,lz4: bad magic number",
    "lz4,02214c18060000005068656c6c6f,lz4: bad magic number",
    "lz4,04224d186470b8,lz4: invalid header checksum: got b9; expected b8",
    "lz4,04224d186470b9160000007f68656c6c6f2068060005a0656c6c6f2068656c6c6f00000000c76ff180,lz4: invalid frame checksum: got 81f16fc7; expected 80f16fc7",
    "lz4,04224d186470b9160000007f68656c6c6f2068060005a0656c6c6f2068656c6c6f00000000c76ff1,unexpected EOF",
    "lz4,04224d186470b9160000007f68656c6c6f2068060005a0656c6c6f2068656c6c6f00000000,unexpected EOF",
    "lz4,04224d186470b9160000007f68656c6c6f2068060005a0,unexpected EOF",
    "lz4,04224d186470b916000000,unexpected EOF",
    "lz4,04224d186470b9160000007f68656c6c6f2068060005a0656c6c6f2068656c6c6f00000000c76ff18100,unexpected EOF",
    "lz4,04224d186470b9160000007f68656c6c6f2068000005a0656c6c6f2068656c6c6f00000000c76ff181,lz4: invalid source or destination buffer too short",
    "lz4,04224d186470b9160000007f68656c6c6f2068080005a0656c6c6f2068656c6c6f00000000c76ff181,lz4: invalid source or destination buffer too short",
    "lz4,04224d186470b9ffffff7f00,lz4: invalid block size",
    "lz4,502a4d1802000000aa,unexpected EOF",
    "bzip2,'',unexpected EOF",
    "bzip2,00112233445566,bzip2 data invalid: bad magic value",
    "bzip2,425a6830,bzip2 data invalid: invalid compression level",
    "bzip2,425a683917724538509000000001,bzip2 data invalid: file checksum mismatch",
    "bzip2,425a6839ffffffffffff,bzip2 data invalid: bad magic value found",
    "bzip2,425a6839314159265359020d632e,unexpected EOF"
  })
  void damagedBytesFailWithUpstreamsWords(String algorithm, String hex, String words) {
    assertThat(unpacked(algorithm, hex)).isEqualTo(words);
  }

  @Test
  void damageWithinABlockOfBzip2IsFound() {
    assertThat(unpacked("bzip2", BZIP2.replace("020d632e0000", "020d632f0000")))
        .isEqualTo("bzip2 data invalid: block checksum mismatch");
    assertThat(unpacked("bzip2", BZIP2 + "00")).isEqualTo("unexpected EOF");
    assertThat(unpacked("bzip2", BZIP2 + "0000"))
        .isEqualTo("bzip2 data invalid: bad magic value in continuation file");
  }

  @Test
  void aReceiverOfAnotherKindFails() {
    assertThat(run("root = 5.decompress(\"lz4\").catch(e -> e)", "{}"))
        .isEqualTo("expected bytes value, got number (5)");
    assertThat(run("root = 5.compress(\"snappy\").catch(e -> e)", "{}"))
        .isEqualTo("expected bytes value, got number (5)");
  }

  @Test
  void theLanguagesOwnAlgorithmsStay() {
    for (String algorithm : List.of("gzip", "pgzip", "zlib", "flate")) {
      assertThat(unpacked(algorithm, packed(algorithm, 9, TEXT))).isEqualTo(TEXT);
    }
  }

  @ParameterizedTest
  @CsvSource({"10,262144", "17,33554432", "23,2147483648"})
  void levelsThatUpstreamsLz4LacksFailWithItsWords(long level, long made) {
    assertThat(packed("lz4", level, TEXT))
        .isEqualTo("error: failed assignment (line 1): lz4: invalid compression level: " + made);
  }

  @ParameterizedTest
  @ValueSource(strings = {"compress", "decompress"})
  void zstdIsRefusedByNameAndUnknownOnesAreUnknown(String method) {
    assertThatThrownBy(() -> compiled("root = content()." + method + "(\"zstd\")"))
        .isInstanceOfSatisfying(CompileException.class, e -> assertThat(e.refused()).isTrue())
        .hasMessageContaining("the algorithm `zstd` is not offered here");
    assertThatThrownBy(() -> compiled("root = content()." + method + "(\"rar\")"))
        .isInstanceOfSatisfying(CompileException.class, e -> assertThat(e.refused()).isFalse())
        .hasMessageContaining("compression type not recognised: rar");
  }

  @Test
  void bzip2IsReadOnly() {
    assertThatThrownBy(() -> compiled("root = content().compress(\"bzip2\")"))
        .hasMessageContaining("compression type not recognised: bzip2");
  }

  private static void compiled(String mapping) throws CompileException {
    Formats.addTo(Bloblang.standard()).compile(mapping);
  }
}
