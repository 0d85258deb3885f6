package io.usagecollector.core.config.variable;

/** The port to a store of secrets. Thread-safe. */
@FunctionalInterface
public interface SecretSource {
  /**
   * The secret's present value.
   *
   * @param arn the name the environment gave for it
   * @throws RuntimeException where it cannot be had; the text names the secret, never its value
   */
  String fetch(String arn);
}
