package io.usagecollector.bloblang.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.CompileException;
import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.Mapping;
import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.Run;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompressionMethodsTest {
  private static final String LONG = "hello world this is a really long string ".repeat(50);

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "pgzip", "zlib", "flate"})
  void whatWasCompressedComesBack(String algorithm) {
    for (int level = -2; level <= 9; level++) {
      String call = "(\"" + algorithm + "\", " + level + ")";
      assertThat(
              Run.mapping(
                  "root = content().compress" + call + ".decompress(\"" + algorithm + "\")", LONG))
          .isEqualTo(LONG);
    }
    assertThat(Run.mapping("root = content().compress(\"" + algorithm + "\").length() < 200", LONG))
        .isEqualTo("true");
  }

  @Test
  void gzipOfGoIsRead() {
    byte[] compressed =
        Base64.getDecoder().decode("H4sIAN12MWkAA8tIzcnJVyjPL8pJUfBUyMkvS1UoLkhMTgUAQpDxbxgAAAA=");
    assertThat(
            Run.said(
                compiled("root = content().decompress(\"gzip\")")
                    .apply(Message.of(compressed), Host.system())))
        .isEqualTo("hello world I love space");
  }

  @Test
  void whatIsNotOfTheFormatOrCutOffFails() {
    assertThat(Run.mapping("root = \"no gzip at all\".decompress(\"gzip\").catch(e -> e)", ""))
        .isEqualTo("gzip: invalid header");
    assertThat(Run.mapping("root = \"no zlib\".decompress(\"zlib\").catch(e -> e)", ""))
        .isEqualTo("zlib: invalid header");
    assertThat(Run.mapping("root = \"\".decompress(\"gzip\").catch(e -> e)", "")).isEqualTo("EOF");
    assertThat(
            Run.mapping(
                "root = content().compress(\"gzip\").slice(0, 20).decompress(\"gzip\").catch(e -> e)",
                LONG))
        .isEqualTo("unexpected EOF");
    assertThat(Run.mapping("root = 5.decompress(\"gzip\").catch(e -> e)", ""))
        .isEqualTo("expected bytes value, got number (5)");
  }

  @Test
  void aBombIsNotUnpacked() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bomb)) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 65; i++) {
        out.write(zeros);
      }
    }
    assertThat(
            Run.said(
                compiled("root = content().decompress(\"gzip\").length().catch(e -> e)")
                    .apply(Message.of(bomb.toByteArray()), Host.system())))
        .isEqualTo("it decompresses to more than 67108864 bytes");
  }

  private static Mapping compiled(String mapping) {
    try {
      return Bloblang.standard().compile(mapping);
    } catch (CompileException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void levelsBeyondTheFormatFailAndUnknownAlgorithmsDoNotCompile() {
    assertThat(Run.mapping("root = \"a\".compress(\"flate\", 10).catch(e -> e)", ""))
        .isEqualTo("flate: invalid compression level 10: want value in range [-2, 9]");
    assertThat(Run.mapping("root = \"a\".compress(\"gzip\", 10).catch(e -> e)", ""))
        .isEqualTo("gzip: invalid compression level: 10");
    assertThat(Run.mapping("root = \"a\".compress(\"rar\")", ""))
        .isEqualTo("compile: compress: compression type not recognised: rar");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lz4", "snappy", "zstd", "bzip2"})
  void algorithmsBeyondTheJdkAreRefusedByName(String algorithm) {
    assertThatThrownBy(
            () -> Bloblang.standard().compile("root = content().decompress(\"" + algorithm + "\")"))
        .isInstanceOfSatisfying(
            CompileException.class,
            e -> {
              assertThat(e.refused()).isTrue();
              assertThat(e).hasMessageContaining("`" + algorithm + "` is not offered here");
            });
  }
}
