package io.usagecollector.bloblang.library.methods;

import io.usagecollector.bloblang.ArgumentException;
import io.usagecollector.bloblang.extension.MethodSpec;
import io.usagecollector.bloblang.extension.Param;
import io.usagecollector.bloblang.extension.Table;
import io.usagecollector.bloblang.library.body.Ops;
import io.usagecollector.bloblang.run.Args;
import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Str;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/** {@code parse_big_decimal}: decimals as Kafka Connect and Debezium write them. */
public final class BigDecimals implements Table<MethodSpec> {
  /** More decimal places than any number has: what asks for them wants the memory. */
  private static final int MOST_PLACES = 10_000;

  @Override
  public List<String> names() {
    return List.of("parse_big_decimal");
  }

  @Override
  public MethodSpec row(String name) {
    return MethodSpec.of(
            name,
            "Parsing",
            "The text of a decimal that came as the bytes of its unscaled integer: big-endian, two's complement.")
        .plugin()
        .param(Param.integer("scale", "How many digits follow the point."))
        .example(
            "root.amount = this.amount.parse_big_decimal(scale: 2)",
            "{\"amount\":\"09\"}",
            "{\"amount\":\"123.45\"}")
        .op(BigDecimals::parse);
  }

  private static Op parse(Args args) throws ArgumentException {
    long scale = args.integer(0);
    if (scale < 0 || scale > MOST_PLACES) {
      throw new ArgumentException(
          scale < 0
              ? "scale must be >= 0, got " + scale
              : "scale must be at most " + MOST_PLACES + ", got " + scale);
    }
    return Ops.ofBytes(bytes ->
        bytes.length() > MOST_PLACES
            ? Err.of("a decimal of more than " + MOST_PLACES + " bytes")
            : Str.of(decimal(bytes.toBytes(), (int) scale)));
  }

  private static String decimal(byte[] unscaled, int scale) {
    BigInteger integer = unscaled.length == 0 ? BigInteger.ZERO : new BigInteger(unscaled);
    return new BigDecimal(integer, scale).toPlainString();
  }
}
