package io.usagecollector.bloblang.value;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A failure, as a value: {@code or} and {@code catch} on absent fields run for every event, so a
 * failure costs an object and no stack trace. Its words are made when they are read.
 */
public final class Err extends Value {
  private final Cause cause;

  private Err(Cause cause) {
    this.cause = cause;
  }

  /** A failure whose words hold nothing of the event. */
  public static Err of(String text) {
    return new Err(new Cause.Words(text, text));
  }

  /** A failure in two forms: the full text, and the same without what came from the event. */
  public static Err of(String text, String valueFree) {
    return new Err(new Cause.Words(text, valueFree));
  }

  /** {@code expected A or B value, got T}; the source is added by {@link #from}. */
  public static Err type(Value got, Kind... expected) {
    return got instanceof Err e
        ? e
        : new Err(new Cause.WrongType(got, Stream.of(expected).map(Kind::toString).toList(), null));
  }

  /** The same with its source at hand, and with names beyond the kinds ({@code integer}). */
  public static Err typeFrom(@Nullable String source, Value got, String... expected) {
    return got instanceof Err e ? e : new Err(new Cause.WrongType(got, List.of(expected), source));
  }

  /** Two operands that do not go together. */
  public static Err mismatch(
      String operation, Value l, String leftSource, Value r, String rightSource) {
    return new Err(new Cause.Mismatch(operation, l.kind(), leftSource, r.kind(), rightSource));
  }

  /** No {@code this} is there; the field is the dotted path that was asked of it, or empty. */
  public static Err noContext(String field) {
    return new Err(new Cause.NoContext(field));
  }

  /** A map applied itself beyond the limit. */
  public static Err stacks(String map, int limit) {
    return new Err(new Cause.Stacks(map, limit));
  }

  /**
   * Says where the failing value came from, once: an error that already names a source keeps it.
   */
  public Err from(String source) {
    return switch (cause) {
      case Cause.WrongType c ->
          c.source() == null ? new Err(new Cause.WrongType(c.got(), c.expected(), source)) : this;
      case Cause.Mismatch c -> this;
      case Cause.Hidden c -> new Err(c.cause()).from(source).hidden(c.instead());
      default -> find(Cause.From.class) != null ? this : new Err(new Cause.From(source, cause));
    };
  }

  /**
   * True if this says that just this value is of the wrong kind, and not yet where it came from.
   */
  @SuppressWarnings("ReferenceEquality") // the very object is meant: an equal value is another one
  public boolean isWrongTypeOf(Value value) {
    return cause instanceof Cause.WrongType c && c.got() == value;
  }

  /** {@code prefix: this}. */
  public Err wrap(String prefix) {
    return new Err(new Cause.Wrapped(prefix, prefix, cause));
  }

  /** {@code prefix: this}, with a prefix that holds something of the event. */
  public Err wrap(String prefix, String valueFreePrefix) {
    return new Err(new Cause.Wrapped(prefix, valueFreePrefix, cause));
  }

  /**
   * The same failure, whose value-free form says something else in place of its words: for words
   * that were made of what an event holds. Which values were of the wrong kind it still tells.
   */
  public Err withWordsHidden(String instead) {
    return new Err(hidden(cause, instead));
  }

  /** The same failure, whose value-free form is these words alone. */
  public Err hidden(String instead) {
    return new Err(new Cause.Hidden(instead, cause));
  }

  private static Cause hidden(Cause cause, String instead) {
    return switch (cause) {
      case Cause.Words c -> new Cause.Words(c.text(), instead);
      case Cause.From c -> new Cause.From(c.source(), hidden(c.cause(), instead));
      case Cause.Wrapped c ->
          new Cause.Wrapped(c.prefix(), c.valueFreePrefix(), hidden(c.cause(), instead));
      case Cause.Assignment c -> new Cause.Assignment(c.line(), hidden(c.cause(), instead));
      case Cause.Hidden c -> c;
      case Cause.WrongType c -> c;
      case Cause.Mismatch c -> c;
      case Cause.NoContext c -> c;
      case Cause.Stacks c -> c;
    };
  }

  /**
   * The failure of a statement of a map: the innermost map's line is kept, whatever stood between
   * is dropped.
   */
  public Err inMapAt(int line) {
    Cause inner = part(cause, Cause.Assignment.class);
    if (inner != null) {
      return new Err(inner);
    }
    Cause stacks = part(cause, Cause.Stacks.class);
    return new Err(new Cause.Assignment(line, stacks != null ? stacks : cause));
  }

  /** The failure of a statement of a mapping. */
  public Err at(int line) {
    return new Err(new Cause.Assignment(line, cause));
  }

  /**
   * The field that was asked of a missing {@code this} ({@code ""}: itself), or null for any other
   * failure.
   */
  public @Nullable String missingContext() {
    Cause.NoContext found = find(Cause.NoContext.class);
    return found == null ? null : found.field();
  }

  /** The outermost part of a kind, still hidden if it was. */
  private static @Nullable Cause part(Cause cause, Class<? extends Cause> kind) {
    if (kind.isInstance(cause)) {
      return cause;
    }
    return switch (cause) {
      case Cause.From c -> part(c.cause(), kind);
      case Cause.Wrapped c -> part(c.cause(), kind);
      case Cause.Assignment c -> part(c.cause(), kind);
      case Cause.Hidden c -> {
        Cause inner = part(c.cause(), kind);
        yield inner == null ? null : new Cause.Hidden(c.instead(), inner);
      }
      case Cause.WrongType c -> null;
      case Cause.Mismatch c -> null;
      case Cause.NoContext c -> null;
      case Cause.Words c -> null;
      case Cause.Stacks c -> null;
    };
  }

  private <T extends Cause> @Nullable T find(Class<T> type) {
    Cause at = cause;
    while (true) {
      if (type.isInstance(at)) {
        return type.cast(at);
      }
      switch (at) {
        case Cause.From c -> at = c.cause();
        case Cause.Wrapped c -> at = c.cause();
        case Cause.Assignment c -> at = c.cause();
        case Cause.Hidden c -> at = c.cause();
        case Cause.WrongType c -> {
          return null;
        }
        case Cause.Mismatch c -> {
          return null;
        }
        case Cause.NoContext c -> {
          return null;
        }
        case Cause.Words c -> {
          return null;
        }
        case Cause.Stacks c -> {
          return null;
        }
      }
    }
  }

  /** The words as {@code catch} and {@code error()} see them, the offending value included. */
  public String text() {
    return cause.text(true);
  }

  /** The same words without anything that came from the event: for logs and metrics. */
  public String valueFree() {
    return cause.text(false);
  }

  @Override
  public Kind kind() {
    return Kind.ERROR;
  }

  @Override
  public boolean isErr() {
    return true;
  }

  @Override
  public String toString() {
    return text();
  }
}
