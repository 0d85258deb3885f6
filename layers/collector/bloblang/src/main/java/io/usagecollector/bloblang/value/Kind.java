package io.usagecollector.bloblang.value;

/** What {@code type()} answers and what error texts call a value. */
public enum Kind {
  STRING("string"),
  BYTES("bytes"),
  NUMBER("number"),
  BOOL("bool"),
  TIMESTAMP("timestamp"),
  ARRAY("array"),
  OBJECT("object"),
  NULL("null"),
  DELETE("delete"),
  NOTHING("nothing"),
  /** What no other word fits: {@link Opaque}. */
  UNKNOWN("unknown"),
  /** An unevaluated query, seen only in error texts. */
  QUERY("query expression"),
  /** Not a value but the failure to make one: {@link Err}. */
  ERROR("unknown");

  private final String text;

  Kind(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
