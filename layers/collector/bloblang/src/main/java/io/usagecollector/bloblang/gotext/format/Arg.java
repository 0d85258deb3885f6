package io.usagecollector.bloblang.gotext.format;

import io.usagecollector.bloblang.gotext.time.GoTime;
import java.util.List;

/** An argument as Go's reflection sees it: a value and the name of its Go type. */
public sealed interface Arg {
  /** The Go type, as {@code %T} prints it. */
  String type();

  /** Go's untyped nil. */
  record Nil() implements Arg {
    @Override
    public String type() {
      return "<nil>";
    }
  }

  /** A bool. */
  record Bool(boolean value) implements Arg {
    @Override
    public String type() {
      return "bool";
    }
  }

  /**
   * An integer of any width.
   *
   * @param bits the value, of an unsigned type its 64 bits
   * @param type such as {@code int64} or {@code uint8}
   */
  record Int(long bits, String type) implements Arg {
    public static Int of(long value) {
      return new Int(value, "int64");
    }

    public boolean signed() {
      return !type.startsWith("u");
    }
  }

  /** A float64 or float32, by its number of bits. */
  record Floating(double value, int size) implements Arg {
    @Override
    public String type() {
      return "float" + size;
    }
  }

  /** A string. */
  record Text(String value) implements Arg {
    @Override
    public String type() {
      return "string";
    }
  }

  /** A number kept as its text: {@code json.Number}, which prints as a string. */
  record NumberText(String value) implements Arg {
    @Override
    public String type() {
      return "json.Number";
    }
  }

  /** A byte slice; the array is not copied. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Bytes(byte[] value) implements Arg {
    @Override
    public String type() {
      return "[]uint8";
    }
  }

  /** A {@code time.Time}. */
  record Time(GoTime value) implements Arg {
    @Override
    public String type() {
      return "time.Time";
    }
  }

  /** A slice of anything. */
  record Slice(List<Arg> elements) implements Arg {
    @Override
    public String type() {
      return "[]interface {}";
    }
  }

  /** A map with string keys; the entries come sorted by the bytes of their keys. */
  record Mapping(List<Entry> entries) implements Arg {
    @Override
    public String type() {
      return "map[string]interface {}";
    }
  }

  /**
   * A value of some other type.
   *
   * @param text what {@code %v} prints of it
   */
  record Opaque(String type, String text) implements Arg {}

  /** One entry of a map. */
  record Entry(String key, Arg value) {}

  /** A nil pointer of a named type. */
  record NilPointer(String type) implements Arg {}
}
