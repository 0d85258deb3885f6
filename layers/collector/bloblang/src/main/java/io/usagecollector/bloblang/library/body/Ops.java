package io.usagecollector.bloblang.library.body;

import io.usagecollector.bloblang.run.Frame;
import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.run.budget.Budget;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Bin;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Kind;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Time;
import io.usagecollector.bloblang.value.Value;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The usual shapes of what a method does with its receiver. */
public final class Ops {
  private Ops() {}

  /** A string or bytes as text; null for anything else. */
  public static @Nullable Str text(Value value) {
    return value instanceof Str s ? s : value instanceof Bin b ? b.asStr() : null;
  }

  /** From a string, bytes or a timestamp's text to anything: upstream's {@code BytesMethod}. */
  public static Op ofBytes(Function<Str, Value> body) {
    return ofBytes((text, frame) -> body.apply(text));
  }

  public static Op ofBytes(BiFunction<Str, Frame, Value> body) {
    return (receiver, frame) -> {
      Str text = anyText(receiver);
      if (text == null) {
        return Err.type(receiver, Kind.BYTES);
      }
      frame.budget().read(text);
      return body.apply(text, frame);
    };
  }

  private static @Nullable Str anyText(Value value) {
    return value instanceof Time t ? Str.of(t.toString()) : text(value);
  }

  /** From a string or bytes to anything. */
  public static Op ofText(Function<Str, Value> body) {
    return (receiver, frame) -> {
      Str text = text(receiver);
      if (text == null) {
        return Err.type(receiver, Kind.STRING);
      }
      frame.budget().read(text);
      return body.apply(text);
    };
  }

  /** From a string, bytes or a timestamp's text to anything: upstream's {@code stringMethod}. */
  public static Op ofAnyText(Function<Str, Value> body) {
    return (receiver, frame) -> {
      Str text = anyText(receiver);
      if (text == null) {
        return Err.type(receiver, Kind.STRING);
      }
      frame.budget().read(text);
      return body.apply(text);
    };
  }

  /** Draws the memory for the parts of a text that stand between separators. */
  public static void parts(Str text, int separator, Budget budget) {
    int parts = 1;
    for (int i = 0; i < text.length(); i++) {
      parts += text.byteAt(i) == separator ? 1 : 0;
    }
    budget.elements(2L * parts);
  }

  /** From a string to a string, from bytes to bytes. */
  public static Op alike(UnaryOperator<Str> body) {
    return (receiver, frame) -> {
      frame.budget().read(receiver);
      return alike(receiver, body);
    };
  }

  public static Value alike(Value receiver, UnaryOperator<Str> body) {
    return switch (receiver) {
      case Str s -> body.apply(s);
      case Bin b -> Bin.of(body.apply(b.asStr()).toBytes());
      default -> Err.type(receiver, Kind.STRING);
    };
  }

  public static Op ofArray(Function<Arr, Value> body) {
    return ofArray((array, frame) -> body.apply(array));
  }

  public static Op ofArray(BiFunction<Arr, Frame, Value> body) {
    return (receiver, frame) -> {
      if (!(receiver instanceof Arr array)) {
        return Err.type(receiver, Kind.ARRAY);
      }
      frame.budget().scan(array.size());
      Value result = body.apply(array, frame);
      frame.budget().madeContainer(result);
      return result;
    };
  }
}
