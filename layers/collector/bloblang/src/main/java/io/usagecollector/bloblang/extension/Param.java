package io.usagecollector.bloblang.extension;

import io.usagecollector.bloblang.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A parameter.
 *
 * @param name what named arguments call it
 * @param optional whether it may be left out; then the call sees none
 * @param fallback what it is when it is left out, or null
 * @param constant whether only a literal will do
 */
public record Param(
    String name,
    ParamType type,
    String description,
    boolean optional,
    @Nullable Value fallback,
    boolean constant) {
  public static Param string(String name, String description) {
    return new Param(name, ParamType.STRING, description, false, null, false);
  }

  public static Param integer(String name, String description) {
    return new Param(name, ParamType.INTEGER, description, false, null, false);
  }

  public static Param number(String name, String description) {
    return new Param(name, ParamType.FLOAT, description, false, null, false);
  }

  public static Param bool(String name, String description) {
    return new Param(name, ParamType.BOOL, description, false, null, false);
  }

  public static Param timestamp(String name, String description) {
    return new Param(name, ParamType.TIMESTAMP, description, false, null, false);
  }

  public static Param array(String name, String description) {
    return new Param(name, ParamType.ARRAY, description, false, null, false);
  }

  public static Param object(String name, String description) {
    return new Param(name, ParamType.OBJECT, description, false, null, false);
  }

  public static Param query(String name, String description) {
    return new Param(name, ParamType.QUERY, description, false, null, false);
  }

  public static Param any(String name, String description) {
    return new Param(name, ParamType.ANY, description, false, null, false);
  }

  /** The same parameter, which may be left out. */
  public Param orAbsent() {
    return new Param(name, type, description, true, null, constant);
  }

  /** The same parameter, which is this value when it is left out. */
  public Param or(Value value) {
    return new Param(name, type, description, false, value, constant);
  }

  /** The same parameter, which takes literals only. */
  public Param literal() {
    return new Param(name, type, description, optional, fallback, true);
  }
}
