package io.usagecollector.bloblang.value;

import org.jspecify.annotations.Nullable;

/**
 * A value of a Go type that the language has no word for: it can be handed on and printed, and no
 * method takes it. Its type reads {@code unknown}.
 */
public final class Opaque extends Value {
  /** What {@code collapse} leaves of an empty object. */
  public static final Opaque EMPTY_OBJECT = new Opaque("struct {}", "{}", null);

  /** What {@code collapse} leaves of an empty array. */
  public static final Opaque EMPTY_ARRAY = new Opaque("[]struct {}", "[]", null);

  private final String goType;
  private final @Nullable String json;
  private final @Nullable MapObj members;

  private Opaque(String goType, @Nullable String json, @Nullable MapObj members) {
    this.goType = goType;
    this.json = json;
    this.members = members;
  }

  /** A map with keys that are no text, which JSON cannot say; here they are the text they print. */
  public static Opaque map(MapObj members) {
    return new Opaque("map[interface {}]interface {}", null, members);
  }

  /** What {@code %T} says of it. */
  public String goType() {
    return goType;
  }

  /** What it is in JSON; null where JSON cannot say it. */
  public @Nullable String json() {
    return json;
  }

  /** What is in it, by the text of its keys; null where nothing is. */
  public @Nullable MapObj members() {
    return members;
  }

  @Override
  public Kind kind() {
    return Kind.UNKNOWN;
  }

  /** As JSON, or {@code null} where JSON cannot say it. */
  @Override
  public String toString() {
    return json == null ? "null" : json;
  }
}
