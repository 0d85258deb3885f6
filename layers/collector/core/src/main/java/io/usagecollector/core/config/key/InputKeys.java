package io.usagecollector.core.config.key;

import java.util.List;

/** The section {@code input}: most of it belongs to the trigger, which reads Kafka. */
final class InputKeys {
  static final String TRIGGER = "the function's trigger decides it";
  private static final String ONE_RECORD =
      "a pipeline batch is one record: Kafka's batches are cut anew on each redelivery";

  private InputKeys() {}

  static void addTo(List<Key> keys) {
    components(new KeyTable.Rows("input", keys));
    kafka(new KeyTable.Rows("input.kafka", keys).ignored(TRIGGER, "addresses"));
    kafka(franz(new KeyTable.Rows("input.kafka_franz", keys)));
    generate(new KeyTable.Rows("input.generate", keys));
  }

  private static void components(KeyTable.Rows input) {
    input
        .honoured("label", "processors", "kafka", "kafka_franz")
        .ignored(
            "records come from the function's Kafka trigger; scripts/mapping run shows what"
                + " generated messages come to",
            "generate")
        .refused(
            "events come from a Kafka topic: write input.kafka",
            "amqp_0_9",
            "amqp_1",
            "aws_kinesis",
            "aws_s3",
            "aws_sqs",
            "azure_blob_storage",
            "azure_cosmosdb",
            "azure_queue_storage",
            "azure_service_bus_queue",
            "azure_table_storage",
            "batched",
            "beanstalkd",
            "broker",
            "cassandra",
            "cockroachdb_changefeed",
            "csv",
            "cypher",
            "discord",
            "dynamic",
            "etcd",
            "file",
            "file_tail",
            "fsevent",
            "gcp_bigquery_select",
            "gcp_cloud_storage",
            "gcp_pubsub",
            "gcp_spanner_cdc",
            "grpc_client",
            "hdfs",
            "http_client",
            "http_server",
            "inproc",
            "kubernetes_watch",
            "mongodb",
            "mqtt",
            "nanomsg",
            "nats",
            "nats_jetstream",
            "nats_kv",
            "nats_object_store",
            "nats_stream",
            "nsq",
            "parquet",
            "pulsar",
            "read_until",
            "redis_list",
            "redis_pubsub",
            "redis_scan",
            "redis_streams",
            "redpanda",
            "resource",
            "s2",
            "sequence",
            "sftp",
            "socket",
            "socket_server",
            "sql_raw",
            "sql_select",
            "stdin",
            "subprocess",
            "twitter_search",
            "websocket",
            "zmq4",
            "zmq4n");
  }

  private static KeyTable.Rows franz(KeyTable.Rows franz) {
    return franz.ignored(
        TRIGGER,
        "seed_brokers",
        "reconnect_on_unknown_topic_or_partition",
        "auto_offset_reset",
        "group_balancers",
        "metadata_max_age",
        "fetch_max_bytes",
        "fetch_max_partition_bytes",
        "fetch_max_wait",
        "preferring_lag",
        "rate_limit");
  }

  private static void kafka(KeyTable.Rows kafka) {
    kafka
        .honoured("topics", "consumer_group", "multi_header", "regexp_topics")
        .ignored(
            TRIGGER,
            "target_version",
            "tls",
            "sasl",
            "client_id",
            "rack_id",
            "start_from_oldest",
            "checkpoint_limit",
            "auto_replay_nacks",
            "commit_period",
            "transaction_isolation_level",
            "max_processing_period",
            "group",
            "fetch_buffer_cap",
            "debug",
            "extract_tracing_map",
            "new_root_span_with_link",
            "batching");
    List<Key> keys = kafka.keys();
    String at = kafka.section();
    new KeyTable.Rows(at + ".tls", keys)
        .ignored(
            TRIGGER,
            "enabled",
            "skip_cert_verify",
            "enable_renegotiation",
            "root_cas",
            "root_cas_file",
            "client_certs");
    new KeyTable.Rows(at + ".sasl", keys)
        .ignored(
            TRIGGER,
            "mechanism",
            "user",
            "username",
            "password",
            "access_token",
            "token",
            "token_cache",
            "token_key",
            "oauth2",
            "extensions",
            "aws");
    new KeyTable.Rows(at + ".group", keys)
        .ignored(TRIGGER, "session_timeout", "heartbeat_interval", "rebalance_timeout");
    new KeyTable.Rows(at + ".batching", keys)
        .ignored(TRIGGER, "count", "byte_size", "period", "jitter", "check")
        .refused(ONE_RECORD, "processors");
  }

  private static void generate(KeyTable.Rows generate) {
    generate.ignored(
        "no records are generated",
        "mapping",
        "interval",
        "count",
        "batch_size",
        "auto_replay_nacks");
  }
}
