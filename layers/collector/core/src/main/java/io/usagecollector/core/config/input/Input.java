package io.usagecollector.core.config.input;

import java.util.List;

/**
 * What a configuration says of its input. The function's trigger reads the topics; this is for the
 * tools that set a trigger up.
 *
 * @param topics the topics' names; empty where the file names none or leaves them to variables that
 *     are not set
 * @param consumerGroup the consumer group, or empty where the file names none
 * @param generated whether the file makes its messages up, with {@code input.generate}: it is for
 *     trying out, and no function should run it
 */
public record Input(List<String> topics, String consumerGroup, boolean generated) {
  public Input {
    topics = List.copyOf(topics);
  }

  public static final Input UNNAMED = new Input(List.of(), "", false);
  static final Input GENERATED = new Input(List.of(), "", true);
}
