package io.usagecollector.bloblang.formats.compression;

import io.usagecollector.bloblang.ArgumentException;
import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.extension.Body;
import io.usagecollector.bloblang.extension.MethodSpec;
import io.usagecollector.bloblang.extension.Param;
import io.usagecollector.bloblang.extension.RunBudget;
import io.usagecollector.bloblang.value.Bin;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.Kind;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Time;
import io.usagecollector.bloblang.value.Value;
import java.util.Objects;

/**
 * {@code compress} and {@code decompress}: the language's own, which know what the JDK brings, and
 * the algorithms that it lacks.
 */
public final class Compression {
  private static final String ENCODING = "Encoding and Encryption";

  private Compression() {}

  /** What an algorithm does with bytes, the run paying for what it makes. */
  @FunctionalInterface
  private interface Algorithm {
    Value apply(Str bytes, RunBudget budget);
  }

  /** What reads an algorithm's bytes. */
  @FunctionalInterface
  private interface Reader {
    void unpack(Packed in, Unpacked out) throws UnpackException;
  }

  /** {@code compress(algorithm, level)}. */
  public static MethodSpec compress() {
    MethodSpec own = own("compress");
    return MethodSpec.of("compress", ENCODING, "The bytes of a text or of bytes, compressed.")
        .plugin()
        .param(
            Param.string(
                "algorithm",
                "`gzip`, `pgzip`, `zlib`, `flate`, `lz4` (frames) or `snappy` (one block)."))
        .param(
            Param.integer(
                    "level",
                    "From 1, fast, to 9, small; -1 is between. `lz4` and `snappy` come out alike at all of theirs.")
                .or(IntNum.of(-1)))
        .example("root = content().compress(\"zlib\").decompress(\"zlib\")", "squeezed", "squeezed")
        .example("root = content().compress(\"snappy\").encode(\"hex\")", "hello", "051068656c6c6f")
        .callOr(
            own,
            args ->
                switch (args.text(0)) {
                  case "lz4" -> {
                    long level = args.integer(1);
                    yield ofBytes((bytes, budget) -> lz4(bytes, level));
                  }
                  case "snappy" -> ofBytes((bytes, budget) -> Bin.of(SnappyWriter.block(bytes)));
                  case "zstd" -> throw noZstd();
                  case "bzip2" ->
                      throw new ArgumentException("compression type not recognised: bzip2");
                  default -> null;
                });
  }

  /** {@code decompress(algorithm)}. */
  public static MethodSpec decompress() {
    MethodSpec own = own("decompress");
    return MethodSpec.of("decompress", ENCODING, "The bytes that were compressed.")
        .plugin()
        .param(
            Param.string(
                "algorithm",
                "`gzip`, `pgzip`, `zlib`, `flate`, `lz4` (frames), `snappy` (one block) or `bzip2`."))
        .example("root = \"no gzip\".decompress(\"gzip\").catch(\"damaged\")", "{}", "damaged")
        .example(
            "root = content().decode(\"hex\").decompress(\"snappy\")",
            "291468656c6c6f208a0600",
            "hello hello hello hello hello hello hello")
        .callOr(
            own,
            args ->
                switch (args.text(0)) {
                  case "lz4" -> ofBytes(unpacking(Lz4Reader::unpack, Packed.CUT_OFF));
                  case "snappy" -> ofBytes(unpacking(SnappyReader::unpack, SnappyReader.DAMAGED));
                  case "bzip2" -> ofBytes(unpacking(Bzip2Reader::unpack, Packed.CUT_OFF));
                  case "zstd" -> throw noZstd();
                  default -> null;
                });
  }

  private static MethodSpec own(String name) {
    return Objects.requireNonNull(Bloblang.standard().library().method(name));
  }

  private static ArgumentException noZstd() {
    return ArgumentException.refusal(
        "the algorithm `zstd` is not offered here, as every library of it rests on native code or Unsafe: use gzip, zlib, flate, lz4 or snappy");
  }

  /**
   * Upstream makes its library's level of {@code 1 << (8 + level)} in 32 bits: 1 to 9 are levels,
   * and from 24 on nothing is left of it, which is the fast one again.
   */
  private static Value lz4(Str bytes, long level) {
    return level > 9 && level < 24
        ? Err.of("lz4: invalid compression level: " + (1L << (8 + level)))
        : Bin.of(Lz4Writer.frame(bytes));
  }

  private static Algorithm unpacking(Reader reader, String ended) {
    return (bytes, budget) -> {
      Unpacked out = new Unpacked(budget);
      try {
        reader.unpack(Packed.of(bytes, ended), out);
        return out.toBin();
      } catch (UnpackException e) {
        return e.toErr();
      }
    };
  }

  private static Body ofBytes(Algorithm algorithm) {
    return (receiver, budget) -> {
      budget.read(receiver);
      return switch (receiver) {
        case Str s -> algorithm.apply(s, budget);
        case Bin b -> algorithm.apply(b.asStr(), budget);
        case Time t -> algorithm.apply(Str.of(t.toString()), budget);
        default -> Err.type(receiver, Kind.BYTES);
      };
    };
  }
}
