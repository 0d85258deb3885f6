package io.usagecollector.bloblang.library.functions;

import io.usagecollector.bloblang.ArgumentException;
import io.usagecollector.bloblang.extension.FunctionSpec;
import io.usagecollector.bloblang.extension.Param;
import io.usagecollector.bloblang.extension.Table;
import io.usagecollector.bloblang.library.body.encoding.Uuids;
import io.usagecollector.bloblang.library.body.number.Casts;
import io.usagecollector.bloblang.run.Args;
import io.usagecollector.bloblang.run.Constant;
import io.usagecollector.bloblang.run.Frame;
import io.usagecollector.bloblang.run.Node;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Functions that draw from the host's randomness. A host that must answer the same for the same
 * record seeds it so.
 */
public final class RandomFunctions implements Table<FunctionSpec> {
  private static final String GENERAL = "General";
  private static final String NANOID =
      "_-0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String BASE62 =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final long KSUID_EPOCH = 1_400_000_000L;
  private static final long SNOWFLAKE_EPOCH_MILLIS = 1_288_834_974_657L;

  /** A longer one is a mistake, or an attack on the memory. */
  private static final int LONGEST_ID = 1 << 20;

  @Override
  public List<String> names() {
    return List.of("random_int", "uuid_v4", "uuid_v7", "nanoid", "ksuid", "ulid", "snowflake_id");
  }

  @Override
  public FunctionSpec row(String name) {
    return switch (name) {
      case "random_int" ->
          FunctionSpec.of(name, GENERAL, "A random integer from min to max, both included.")
              .param(
                  Param.query("seed", "Evaluated for its errors; the randomness is the host's.")
                      .or(IntNum.of(0)))
              .param(Param.integer("min", "The least.").or(IntNum.of(0)).literal())
              .param(Param.integer("max", "The most.").or(IntNum.of(Long.MAX_VALUE - 1)).literal())
              .example("root.five = random_int(min: 5, max: 2 + 3)", "{}", "{\"five\":5}")
              .body(RandomFunctions::randomInt);
      case "uuid_v4" ->
          FunctionSpec.of(name, GENERAL, "A random UUID.")
              .example("root.length = uuid_v4().length()", "{}", "{\"length\":36}")
              .pure(Uuids::v4);
      case "uuid_v7" ->
          FunctionSpec.of(name, GENERAL, "A UUID that begins with the time.")
              .param(Param.timestamp("time", "The time; now without it.").orAbsent())
              .example(
                  "root.time = uuid_v7(1257894000).slice(0, 13)",
                  "{}",
                  "{\"time\":\"0124e053-3580\"}")
              .body(args ->
                  args.has(0)
                      ? frame -> Uuids.v7(frame, args.time(0).at().unixMilli())
                      : frame -> Uuids.v7(frame, millis(frame)));
      case "nanoid" ->
          FunctionSpec.of(name, GENERAL, "A random id of letters, digits, `_` and `-`.")
              .param(Param.integer("length", "How long; 21 without it.").orAbsent())
              .param(Param.string("alphabet", "The characters to draw from.").orAbsent())
              .example("root.length = nanoid(54).length()", "{}", "{\"length\":54}")
              .body(RandomFunctions::nanoid);
      case "ksuid" ->
          FunctionSpec.of(name, GENERAL, "A random id that begins with the time, sortable.")
              .example("root.length = ksuid().length()", "{}", "{\"length\":27}")
              .pure(RandomFunctions::ksuid);
      case "ulid" ->
          FunctionSpec.of(name, GENERAL, "A random id that begins with the time, sortable.")
              .param(Param.string("encoding", "crockford or hex.").or(Str.of("crockford")))
              .param(
                  Param.string(
                          "random_source",
                          "secure_random or fast_random; the randomness is the host's.")
                      .or(Str.of("secure_random")))
              .example("root.length = ulid().length()", "{}", "{\"length\":26}")
              .body(RandomFunctions::ulid);
      case "snowflake_id" ->
          FunctionSpec.of(name, GENERAL, "An id of the time, a node and a sequence number.")
              .param(Param.integer("node_id", "The node, 0 to 1023.").or(IntNum.of(1)))
              .example(
                  "root.is_number = snowflake_id(42).int64() > 0", "{}", "{\"is_number\":true}")
              .body(RandomFunctions::snowflake);
      default -> throw Table.noRow(name);
    };
  }

  private static long millis(Frame frame) {
    return Math.floorDiv(frame.host().unixNanos(), 1_000_000L);
  }

  private static Function<Frame, Value> randomInt(Args args) throws ArgumentException {
    long min = args.integer(1);
    long max = args.integer(2);
    if (min < 0) {
      throw new ArgumentException("min (" + min + ") must be a positive number");
    }
    if (max < min) {
      throw new ArgumentException(
          "min (" + min + ") must be smaller or equal than max (" + max + ")");
    }
    if (max == Long.MAX_VALUE) {
      throw new ArgumentException(
          "max must be smaller than the max allowed for an int64 (" + max + ")");
    }
    Node seed = args.query(0);
    return frame -> {
      Value seeded = seed instanceof Constant c ? c.value() : seed.eval(frame);
      Value number = seeded.isErr() ? seeded : Casts.to(seeded, IntNum.Width.INT64);
      return number instanceof Err e
          ? e.wrap("failed to seed random number generator")
          : IntNum.of(frame.host().random().nextLong(min, max + 1));
    };
  }

  private static Function<Frame, Value> nanoid(Args args) throws ArgumentException {
    if (args.has(1) && !args.has(0)) {
      throw new ArgumentException("field length must be specified when an alphabet is specified");
    }
    long length = args.has(0) ? args.integer(0) : 21;
    if (length > LONGEST_ID) {
      throw new ArgumentException("length must be at most " + LONGEST_ID + ", got " + length);
    }
    String alphabet = args.has(1) ? args.text(1) : NANOID;
    int[] characters = alphabet.codePoints().toArray();
    return frame -> {
      if (characters.length == 0 || characters.length > 255) {
        return Err.of("alphabet must not be empty and contain no more than 255 chars");
      }
      if (args.has(1) ? length <= 0 : length < 0) {
        return Err.of(args.has(1) ? "size must be positive integer" : "negative ID length");
      }
      StringBuilder id = new StringBuilder((int) length);
      for (int i = 0; i < length; i++) {
        id.appendCodePoint(characters[frame.host().random().nextInt(characters.length)]);
      }
      return Str.of(id.toString());
    };
  }

  private static Value ksuid(Frame frame) {
    byte[] bytes = new byte[20];
    frame.host().random().nextBytes(bytes);
    ByteBuffer.wrap(bytes).putInt(0, (int) (millis(frame) / 1000 - KSUID_EPOCH));
    return Str.of(digits(new BigInteger(1, bytes), BASE62, 27));
  }

  private static String digits(BigInteger number, String alphabet, int length) {
    char[] text = new char[length];
    BigInteger rest = number;
    BigInteger base = BigInteger.valueOf(alphabet.length());
    for (int i = length - 1; i >= 0; i--) {
      text[i] = alphabet.charAt(rest.mod(base).intValue());
      rest = rest.divide(base);
    }
    return new String(text);
  }

  private static Function<Frame, Value> ulid(Args args) throws ArgumentException {
    String encoding = args.text(0);
    if (!encoding.equals("crockford") && !encoding.equals("hex")) {
      throw new ArgumentException("invalid ulid encoding: " + encoding);
    }
    if (!args.text(1).equals("secure_random") && !args.text(1).equals("fast_random")) {
      throw new ArgumentException("invalid randomness source: " + args.text(1));
    }
    return frame -> {
      byte[] bytes = new byte[16];
      RandomGenerator random = frame.host().random();
      random.nextBytes(bytes);
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      buffer.putLong(0, millis(frame) << 16 | (buffer.getLong(0) & 0xFFFF));
      BigInteger number = new BigInteger(1, bytes);
      return Str.of(
          encoding.equals("hex")
              ? java.util.HexFormat.of().formatHex(bytes)
              : digits(number, CROCKFORD, 26));
    };
  }

  private static Function<Frame, Value> snowflake(Args args) throws ArgumentException {
    long node = args.integer(0);
    if (node < 0 || node > 1023) {
      throw new ArgumentException("Node number must be between 0 and 1023");
    }
    return frame -> {
      long time = millis(frame) - SNOWFLAKE_EPOCH_MILLIS;
      long sequence = frame.host().random().nextInt(4096);
      return Str.of(Long.toString(time << 22 | node << 12 | sequence));
    };
  }
}
