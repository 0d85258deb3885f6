package io.usagecollector.core.config.key;

/** The top of a configuration file. */
final class TopKeys {
  private static final String LOGS = "the function's settings decide level and form of its logs";
  private static final String UNUSED =
      "nothing refers to it here: components are written where they are used";

  private TopKeys() {}

  static void addTo(KeyRows top) {
    top.honoured("input", "pipeline", "output", "processor_resources", "output_resources")
        .ignored(InputKeys.TRIGGER + ": so it does the connection of redpanda_common", "redpanda")
        .ignored("there is no server to configure in a function", "http")
        .ignored(LOGS, "logger")
        .ignored("metrics go to CloudWatch", "metrics")
        .ignored("traces are the function's own setting", "tracer")
        .ignored("Lambda starts and stops the function", "shutdown_delay", "shutdown_timeout")
        .ignored("a failed event goes to the dead letters, always", "error_handling")
        .ignored("nothing is buffered between records: Kafka keeps them", "buffer")
        .ignored("scripts/mapping test runs them", "tests")
        .ignored("limit the concurrency of the function's trigger instead", "rate_limit_resources")
        .ignored(UNUSED, "input_resources", "cache_resources")
        .refused(
            "write processor_resources and output_resources, each a list of labelled components",
            "resources");
    new KeyRows("logger", top.keys())
        .ignored(
            LOGS,
            "level",
            "format",
            "add_timestamp",
            "level_name",
            "timestamp_name",
            "message_name",
            "static_fields",
            "file",
            "log_all_errors");
  }
}
