package io.usagecollector.core.pipeline;

/** The top of a configuration file. */
final class TopKeys {
  private static final String RESOURCE =
      "nothing refers to it here: components are written where they are used";

  private TopKeys() {}

  static void addTo(KeyTable.Rows top) {
    top.honoured("input", "pipeline", "output", "processor_resources")
        .ignored("there is no server to configure in a function", "http")
        .ignored("the function's settings decide level and form of its logs", "logger")
        .ignored("metrics go to CloudWatch", "metrics")
        .ignored("traces are the function's own setting", "tracer")
        .ignored("Lambda starts and stops the function", "shutdown_delay", "shutdown_timeout")
        .ignored("a failed event goes to the dead letters, always", "error_handling")
        .ignored("nothing is buffered between records: Kafka keeps them", "buffer")
        .ignored("upstream's tests of a mapping are not run here", "tests")
        .ignored(
            "Lambda's concurrency and the billing service's answers set the pace",
            "rate_limit_resources")
        .ignored(RESOURCE, "input_resources", "output_resources", "cache_resources");
  }
}
