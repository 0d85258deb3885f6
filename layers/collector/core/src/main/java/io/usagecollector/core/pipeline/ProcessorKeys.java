package io.usagecollector.core.pipeline;

import java.util.List;

/** The section {@code pipeline} and its processors. */
final class ProcessorKeys {
  static final String SECTION = "pipeline.processors[]";

  private static final String NEIGHBOURS =
      "a pipeline batch is one record, so there are no neighbours to read;"
          + " map each record by itself";
  private static final String WORLD =
      "a mapping that asks the outside world gives no event twice the same;"
          + " put what it needs into the record";

  private ProcessorKeys() {}

  static void addTo(List<Key> keys) {
    new KeyTable.Rows("pipeline", keys)
        .honoured("processors")
        .ignored("Lambda runs one batch for each instance of the function", "threads");
    var processors = new KeyTable.Rows(SECTION, keys);
    known(processors);
    refused(processors);
    new KeyTable.Rows(SECTION + ".log", keys)
        .honoured("level", "message", "fields", "fields_mapping");
    new KeyTable.Rows(SECTION + ".rate_limit", keys).ignored("no rate is limited", "resource");
  }

  private static void known(KeyTable.Rows processors) {
    processors
        .honoured(
            "label", "mapping", "mutation", "bloblang", "log", "try", "catch", "noop", "resource")
        .ignored(
            "Lambda's concurrency and the billing service's answers set the pace", "rate_limit");
  }

  private static void refused(KeyTable.Rows processors) {
    processors
        .refused(
            NEIGHBOURS,
            "archive",
            "group_by",
            "group_by_value",
            "dedupe",
            "insert_part",
            "select_parts",
            "compress",
            "decompress")
        .refused("write the processors in place", "template")
        .refused(
            "use a mapping with if or match",
            "switch",
            "branch",
            "for_each",
            "while",
            "workflow",
            "parallel",
            "bounds_check")
        .refused(
            "use a mapping: its parse_ and format_ methods do this",
            "jmespath",
            "jq",
            "awk",
            "grok",
            "xml",
            "msgpack",
            "avro",
            "parse_log",
            "json_schema",
            "javascript")
        .refused(
            "one record is one event here: produce one record for each event", "split", "unarchive")
        .refused("the collector's own metrics count every outcome", "metric")
        .refused("a batch waits for nothing but the billing service", "sleep", "retry")
        .refused(
            WORLD,
            "cache",
            "cached",
            "http",
            "aws_lambda",
            "aws_s3",
            "aws_dynamodb_partiql",
            "command",
            "subprocess",
            "sql",
            "sql_insert",
            "sql_raw",
            "sql_select",
            "redis",
            "redis_script",
            "mongodb",
            "nats_kv",
            "nats_request_reply",
            "file",
            "wasm",
            "python",
            "schema_registry_decode",
            "schema_registry_encode",
            "protobuf",
            "sync_response",
            "elasticsearch",
            "sentry_capture",
            "couchbase",
            "gcp_bigquery_select");
  }
}
