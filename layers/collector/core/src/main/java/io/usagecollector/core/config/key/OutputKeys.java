package io.usagecollector.core.config.key;

import java.util.List;

/** The section {@code output}. */
final class OutputKeys {
  static final String OURS =
      "the collector's own retries decide it: bounded, with Retry-After obeyed";
  static final String DEAD_LETTERS = "what is refused goes to the dead-letter queue, always";
  static final String CUT = "bulks are cut by count and size alone";
  static final String NO_WAIT = "a bulk never waits for more events";

  private OutputKeys() {}

  static void addTo(List<Key> keys) {
    components(new KeyRows("output", keys));
    new KeyRows("output.retry", keys).honoured("output").ignored(OURS, "max_retries", "backoff");
    new KeyRows("output.retry.backoff", keys)
        .ignored(OURS, "initial_interval", "max_interval", "max_elapsed_time");
    new KeyRows("output.flexprice", keys)
        .honoured("api_host", "api_key", "scheme", "batching", "max_in_flight");
    new KeyRows("output.flexprice.batching", keys)
        .honoured("count", "byte_size")
        .ignored(NO_WAIT, "period", "jitter")
        .refused(CUT, "check", "processors");
    new KeyRows("output.drop_on", keys)
        .honoured("output")
        .ignored(DEAD_LETTERS, "error", "error_patterns", "back_pressure");
    OpenMeterKeys.addTo(keys);
  }

  private static void components(KeyRows output) {
    output
        .honoured("label", "type", "processors", "flexprice", "openmeter", "http_client")
        .honoured("fallback", "retry", "drop_on", "resource")
        .refused(
            "nothing would be billed: try mappings out with the tools, which need no output, and"
                + " write output.flexprice",
            "drop",
            "stdout")
        .refused(
            "what cannot be delivered goes to the dead-letter queue: write output.flexprice",
            "reject",
            "reject_errored")
        .refused(
            "events go to one billing service: write output.flexprice",
            "amqp_0_9",
            "amqp_1",
            "aws_dynamodb",
            "aws_kinesis",
            "aws_kinesis_firehose",
            "aws_s3",
            "aws_s3_stream",
            "aws_sns",
            "aws_sqs",
            "azure_blob_storage",
            "azure_cosmosdb",
            "azure_queue_storage",
            "azure_table_storage",
            "beanstalkd",
            "broker",
            "cache",
            "cassandra",
            "couchbase",
            "cypher",
            "datadog_logs",
            "discord",
            "duckdb_append",
            "dynamic",
            "elasticsearch",
            "elasticsearch_v2",
            "file",
            "gcp_bigquery",
            "gcp_bigquery_write_api",
            "gcp_bigtable",
            "gcp_cloud_storage",
            "gcp_pubsub",
            "grpc_client",
            "hdfs",
            "http_server",
            "inproc",
            "kafka",
            "kafka_franz",
            "mongodb",
            "mqtt",
            "nanomsg",
            "nats",
            "nats_jetstream",
            "nats_kv",
            "nats_object_store",
            "nats_stream",
            "nsq",
            "opensearch",
            "pulsar",
            "pusher",
            "questdb",
            "redis_hash",
            "redis_list",
            "redis_pubsub",
            "redis_streams",
            "redpanda",
            "s2",
            "sftp",
            "slack_webhook",
            "snowflake_put",
            "socket",
            "splunk_hec",
            "sql",
            "sql_insert",
            "sql_raw",
            "subprocess",
            "switch",
            "sync_response",
            "websocket",
            "zmq4",
            "zmq4n");
  }
}
