package io.usagecollector.core.sink.form;

import io.usagecollector.bloblang.value.Bin;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Num;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Time;
import io.usagecollector.bloblang.value.Value;
import io.usagecollector.core.event.Oddity;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one document, each read as what an event has there; what is wrong with one is noted
 * among the complaints. Of one thread.
 */
public final class KnownKeys {
  private final MapObj document;
  private final EventKeys keys;
  private final EventComplaints complaints;
  private int known;

  public KnownKeys(MapObj document, EventKeys keys, EventComplaints complaints) {
    this.document = document;
    this.keys = keys;
    this.complaints = complaints;
  }

  /** The value of a key, or null where it is not set. */
  public @Nullable Value value(Str key) {
    Value value = document.get(key);
    if (value == null) {
      return null;
    }
    known++;
    return value.isNullish() ? null : value;
  }

  /** A text, or null where it is not set or, with a complaint, is something else. */
  public @Nullable Str text(Str key) {
    return switch (value(key)) {
      case null -> null;
      case Str text -> text;
      case Time time -> Str.of(time.toString());
      case Value other -> {
        complaints.add(
            key + " is a value of type " + other.kind() + ", not a string: " + advice(key, other));
        yield null;
      }
    };
  }

  private String advice(Str key, Value value) {
    return switch (value) {
      case Num number when key.equals(keys.time()) -> TimestampAdvice.of(number);
      case Bin _ -> "use .string(), or .encode(\"hex\") for bytes that are no text";
      default -> "use .string()";
    };
  }

  /** A text that is there and not blank, or null. */
  public @Nullable Str set(Str key) {
    Str text = text(key);
    return text == null || Blank.is(text) ? null : text;
  }

  /**
   * A text that must be there; anything, with a complaint, where it is not.
   *
   * @param fault what is wrong with a text, or null
   */
  public Str required(Str key, Function<Str, @Nullable String> fault) {
    int before = complaints.count();
    Str text = set(key);
    if (text == null) {
      if (complaints.count() == before) {
        complaints.add(key + absent(key));
      }
      return Str.EMPTY;
    }
    complain(key, fault.apply(text));
    return text;
  }

  private String absent(Str key) {
    Value value = document.get(key);
    if (value != null && !value.isNullish()) {
      return " is blank";
    }
    Str close = keys.closeTo(key, document);
    return close == null
        ? " is missing"
        : " is missing: " + close + " is there, and is no key of an event";
  }

  /** Notes what is wrong with a key, if anything is. */
  public void complain(Str key, @Nullable String fault) {
    if (fault != null) {
      complaints.add(key + fault);
    }
  }

  /** What is in the document beside the keys that were read. */
  public List<Oddity> leftOut() {
    return document.size() > known ? keys.leftOut(document) : List.of();
  }
}
