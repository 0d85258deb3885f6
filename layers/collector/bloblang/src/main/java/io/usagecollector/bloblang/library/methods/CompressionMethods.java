package io.usagecollector.bloblang.library.methods;

import io.usagecollector.bloblang.ArgumentException;
import io.usagecollector.bloblang.extension.MethodSpec;
import io.usagecollector.bloblang.extension.Param;
import io.usagecollector.bloblang.extension.Table;
import io.usagecollector.bloblang.library.body.Ops;
import io.usagecollector.bloblang.library.body.encoding.Deflating;
import io.usagecollector.bloblang.run.Args;
import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.value.Bin;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** {@code compress} and {@code decompress} with what the JDK brings. */
public final class CompressionMethods implements Table<MethodSpec> {
  private static final String ENCODING = "Encoding and Encryption";
  private static final Param ALGORITHM = Param.string("algorithm", "`gzip`, `zlib` or `flate`.");

  /** Deflating a few bytes takes as long as a step. */
  private static final int BYTES_A_STEP = 4;

  /** More than this out of a message is no message, but an attack on the memory. */
  private static final int MOST_BYTES = 64 << 20;

  @Override
  public List<String> names() {
    return List.of("compress", "decompress");
  }

  @Override
  public MethodSpec row(String name) {
    return switch (name) {
      case "compress" ->
          MethodSpec.of(name, ENCODING, "The bytes of a text or of bytes, compressed.")
              .plugin()
              .param(ALGORITHM)
              .param(
                  Param.integer("level", "From 1, fast, to 9, small; -1 is between.")
                      .or(IntNum.of(-1)))
              .example(
                  "root = content().compress(\"zlib\").decompress(\"zlib\")",
                  "squeezed",
                  "squeezed")
              .op(CompressionMethods::compress);
      case "decompress" ->
          MethodSpec.of(name, ENCODING, "The bytes that were compressed.")
              .plugin()
              .param(ALGORITHM)
              .example(
                  "root = \"no gzip\".decompress(\"gzip\").catch(\"damaged\")", "{}", "damaged")
              .op(CompressionMethods::decompress);
      default -> throw Table.noRow(name);
    };
  }

  private static Deflating.Format format(String algorithm) throws ArgumentException {
    return switch (algorithm) {
      case "gzip", "pgzip" -> Deflating.Format.GZIP;
      case "zlib" -> Deflating.Format.ZLIB;
      case "flate" -> Deflating.Format.FLATE;
      case "lz4", "snappy", "zstd", "bzip2" ->
          throw ArgumentException.refusal(
              "the algorithm `" + algorithm + "` is not offered here: use gzip, zlib or flate");
      default -> throw new ArgumentException("compression type not recognised: " + algorithm);
    };
  }

  private static Op compress(Args args) throws ArgumentException {
    Deflating.Format format = format(args.text(0));
    long level = args.integer(1);
    return Ops.ofBytes((bytes, frame) -> {
      frame.budget().step(bytes.length() / BYTES_A_STEP);
      return level < -2 || level > 9
          ? Err.of(format.badLevel(level))
          : Bin.of(Deflating.deflate(bytes, format, (int) level));
    });
  }

  private static Op decompress(Args args) throws ArgumentException {
    Deflating.Format format = format(args.text(0));
    return Ops.ofBytes(bytes -> decompress(bytes, format));
  }

  private static Value decompress(Str bytes, Deflating.Format format) {
    Inflater inflater = new Inflater(format == Deflating.Format.FLATE);
    try (InputStream in = reader(bytes, format, inflater)) {
      byte[] all = in.readNBytes(MOST_BYTES + 1);
      return all.length > MOST_BYTES
          ? Err.of("it decompresses to more than " + MOST_BYTES + " bytes")
          : Bin.of(all);
    } catch (EOFException e) {
      return Err.of(bytes.length() == 0 ? "EOF" : "unexpected EOF");
    } catch (IOException e) {
      boolean cut = bytes.length() < format.header();
      return Err.of(cut ? "unexpected EOF" : format.corrupt());
    } finally {
      inflater.end();
    }
  }

  private static InputStream reader(Str bytes, Deflating.Format format, Inflater inflater)
      throws IOException {
    InputStream in = new ByteArrayInputStream(bytes.buffer(), bytes.offset(), bytes.length());
    return switch (format) {
      case GZIP -> new GZIPInputStream(in);
      case ZLIB, FLATE -> new InflaterInputStream(in, inflater);
    };
  }
}
