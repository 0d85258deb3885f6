package io.usagecollector.bloblang.value;

/** An object whose members are made when somebody asks for them. Immutable, as it looks. */
public abstract non-sealed class LazyObj extends Obj {
  protected LazyObj() {}
}
