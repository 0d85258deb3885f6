package io.usagecollector.bloblang.value;

/** An array whose elements are made when somebody asks for them. Immutable, as it looks. */
public abstract non-sealed class LazyArr extends Arr {
  protected LazyArr() {}
}
