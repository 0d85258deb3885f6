package io.usagecollector.bloblang.law;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCases;
import net.jqwik.api.RandomGenerator;

/**
 * An arbitrary that is compared by identity and has no edge cases: jqwik would walk a recursive
 * one, whole, at every level.
 */
final class Opaque<T> implements Arbitrary<T> {
  private final Arbitrary<T> inner;
  private RandomGenerator<T> generator;

  Opaque(Arbitrary<T> inner) {
    this.inner = inner;
  }

  @Override
  public synchronized RandomGenerator<T> generator(int genSize) {
    if (generator == null) {
      generator = inner.generator(genSize);
    }
    return generator;
  }

  @Override
  public EdgeCases<T> edgeCases(int maxEdgeCases) {
    return EdgeCases.none();
  }
}
