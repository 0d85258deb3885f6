package io.usagecollector.core.config.key;

import java.util.List;

/** The section {@code input}: most of it belongs to the trigger, which reads Kafka. */
final class InputKeys {
  static final String TRIGGER = "the function's trigger decides it";
  private static final String START = TRIGGER + ", with its StartingPosition";
  private static final String GROUP = "Lambda keeps the trigger's consumer group and its members";
  private static final String LOCAL_GROUP =
      "by `scripts/run-local` alone: a deployed trigger reads as its parameter `ConsumerGroup` says";
  private static final String FETCH = TRIGGER + ", with its BatchSize and BatchingWindowSeconds";
  private static final String LAG = "the trigger's own metrics tell how far behind it is";
  private static final String NAMED =
      "which topics it means is known only while it runs, and the function's trigger is set up"
          + " before: name each under topics";
  private static final String NACKS = "timely_nacks_maximum_wait";
  private static final String ONE_RECORD =
      "a pipeline batch is one record: Kafka's batches are cut anew on each redelivery";

  private InputKeys() {}

  static void addTo(List<Key> keys) {
    components(new KeyRows("input", keys));
    kafka(sarama(new KeyRows("input.kafka", keys)));
    kafka(franz(client(new KeyRows("input.kafka_franz", keys))));
    kafka(redpanda(client(new KeyRows("input.redpanda", keys))));
    kafka(redpanda(new KeyRows("input.redpanda_common", keys)));
    generate(new KeyRows("input.generate", keys));
  }

  private static void components(KeyRows input) {
    input
        .honoured(
            "label", "type", "processors", "kafka", "kafka_franz", "redpanda", "redpanda_common")
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
            "redpanda_migrator",
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

  private static KeyRows sarama(KeyRows kafka) {
    new KeyRows(kafka.section() + ".group", kafka.keys())
        .ignored(TRIGGER, "session_timeout", "heartbeat_interval", "rebalance_timeout");
    return kafka.ignored(
        TRIGGER,
        "addresses",
        "target_version",
        "max_processing_period",
        "group",
        "fetch_buffer_cap",
        "debug");
  }

  /** How the clients of today are connected. */
  private static KeyRows client(KeyRows client) {
    new KeyRows(client.section() + ".tcp", client.keys())
        .ignored(TRIGGER, "connect_timeout", "keep_alive", "tcp_user_timeout");
    return client.ignored(
        TRIGGER,
        "seed_brokers",
        "reconnect_on_unknown_topic_or_partition",
        "metadata_max_age",
        "request_timeout_overhead",
        "conn_idle_timeout",
        "tcp");
  }

  private static KeyRows franz(KeyRows franz) {
    return franz
        .ignored(START, "start_offset")
        .ignored(GROUP, "session_timeout", "rebalance_timeout", "heartbeat_interval")
        .ignored(FETCH, "fetch_min_bytes")
        .ignored(LAG, "topic_lag_refresh_period")
        .ignored(
            TRIGGER,
            "auto_offset_reset",
            "group_balancers",
            "fetch_max_bytes",
            "fetch_max_partition_bytes",
            "fetch_max_wait",
            "preferring_lag",
            "rate_limit");
  }

  private static KeyRows redpanda(KeyRows redpanda) {
    String unordered = redpanda.section() + ".unordered_processing";
    new KeyRows(unordered, redpanda.keys())
        .ignored(TRIGGER, "enabled", "checkpoint_limit", "batching");
    batching(unordered, redpanda.keys());
    return franz(redpanda)
        .ignored(FETCH, "partition_buffer_bytes", "max_yield_batch_bytes")
        .ignored("records of a partition are delivered in turn", "unordered_processing");
  }

  private static void kafka(KeyRows kafka) {
    kafka
        .honoured("topics")
        .honouredWhere("only as `false`", "multi_header", "regexp_topics")
        .honouredWhere(LOCAL_GROUP, "consumer_group")
        .refused(NAMED, "regexp_topics_include", "regexp_topics_exclude")
        .ignored(GROUP, "instance_id")
        .ignored("what is not accepted is handed over again, in its own time", NACKS)
        .ignored(
            TRIGGER,
            "tls",
            "sasl",
            "client_id",
            "rack_id",
            "start_from_oldest",
            "checkpoint_limit",
            "auto_replay_nacks",
            "commit_period",
            "transaction_isolation_level",
            "extract_tracing_map",
            "new_root_span_with_link",
            "batching");
    List<Key> keys = kafka.keys();
    String at = kafka.section();
    new KeyRows(at + ".tls", keys)
        .ignored(
            TRIGGER,
            "enabled",
            "skip_cert_verify",
            "enable_renegotiation",
            "root_cas",
            "root_cas_file",
            "client_certs");
    new KeyRows(at + ".sasl", keys)
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
    batching(at, keys);
  }

  private static void batching(String section, List<Key> keys) {
    new KeyRows(section + ".batching", keys)
        .ignored(TRIGGER, "count", "byte_size", "period", "jitter", "check")
        .refused(ONE_RECORD, "processors");
  }

  private static void generate(KeyRows generate) {
    generate.ignored(
        "no records are generated",
        "mapping",
        "interval",
        "count",
        "batch_size",
        "auto_replay_nacks");
  }
}
