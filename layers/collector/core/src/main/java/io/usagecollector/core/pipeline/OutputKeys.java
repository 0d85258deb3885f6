package io.usagecollector.core.pipeline;

import java.util.List;

/** The section {@code output}. */
final class OutputKeys {
  private static final String OURS =
      "the collector's own retries decide it: bounded, with Retry-After obeyed";
  private static final String NO_WAIT = "a bulk never waits for more events";

  private OutputKeys() {}

  static void addTo(List<Key> keys) {
    components(new KeyTable.Rows("output", keys));
    new KeyTable.Rows("output.retry", keys)
        .honoured("output")
        .ignored(OURS, "max_retries", "backoff");
    new KeyTable.Rows("output.retry.backoff", keys)
        .ignored(OURS, "initial_interval", "max_interval", "max_elapsed_time");
    new KeyTable.Rows("output.flexprice", keys)
        .honoured("api_host", "api_key", "scheme", "batching")
        .ignored("bulks of one invocation go out one after another", "max_in_flight");
    new KeyTable.Rows("output.flexprice.batching", keys)
        .honoured("count", "byte_size")
        .ignored(NO_WAIT, "period", "jitter")
        .refused("bulks are cut by count and size alone", "check", "processors");
  }

  private static void components(KeyTable.Rows output) {
    output
        .honoured("label", "flexprice", "fallback", "retry")
        .refused("write them at the end of pipeline.processors", "processors")
        .refused("write output.flexprice in place", "resource")
        .refused(
            "events go to one billing service: write output.flexprice",
            "aws_sqs",
            "aws_s3",
            "aws_kinesis",
            "broker",
            "cache",
            "drop",
            "drop_on",
            "dynamic",
            "file",
            "http_client",
            "http_server",
            "inproc",
            "kafka",
            "kafka_franz",
            "nats",
            "openmeter",
            "reject",
            "reject_errored",
            "redpanda",
            "stdout",
            "switch",
            "sql_insert",
            "sql_raw",
            "sync_response");
  }
}
