package io.usagecollector.release;

import java.nio.file.Path;

/** The repository this build runs in. */
final class Checkout {
  static final Path ROOT = Path.of("..");

  private Checkout() {}
}
