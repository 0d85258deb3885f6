package io.usagecollector.core.customer.provision;

/** What a request does at the service: of a lost answer to it, what there is to know. */
public enum Effect {
  /** It looks: without an answer nothing has happened. */
  READS,
  /** It makes or changes something: without an answer nobody knows whether it did. */
  WRITES
}
