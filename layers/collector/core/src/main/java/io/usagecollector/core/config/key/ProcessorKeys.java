package io.usagecollector.core.config.key;

import java.util.List;

/** The section {@code pipeline} and its processors. */
public final class ProcessorKeys {
  public static final String SECTION = "pipeline.processors[]";

  private static final String NEIGHBOURS =
      "a pipeline batch is one record, so there are no neighbours to read;"
          + " map each record by itself";
  private static final String ENSURED = "the collector ensures customers itself, and calls nobody";
  private static final String WORLD =
      "a mapping that asks the outside world gives no event twice the same;"
          + " put what it needs into the record";

  private ProcessorKeys() {}

  static void addTo(List<Key> keys) {
    new KeyRows("pipeline", keys)
        .honoured("processors")
        .ignored("Lambda runs one batch for each instance of the function", "threads");
    var processors = new KeyRows(SECTION, keys);
    known(processors);
    refused(processors);
    new KeyRows(SECTION + ".log", keys).honoured("level", "message", "fields", "fields_mapping");
    new KeyRows(SECTION + ".metric", keys).honoured("type", "name", "labels", "value");
    new KeyRows(SECTION + ".unarchive", keys).honoured("format");
    new KeyRows(SECTION + ".switch[]", keys).honoured("check", "processors", "fallthrough");
    new KeyRows(SECTION + ".branch", keys).honoured("request_map", "processors", "result_map");
    http(new KeyRows(SECTION + ".http", keys));
    new KeyRows(SECTION + ".rate_limit", keys).ignored("no rate is limited", "resource");
  }

  /** Of the call of {@code /ensure}, which is not made by the pipeline. */
  private static void http(KeyRows http) {
    http.honouredWhere("only as `.../ensure`", "url")
        .honouredWhere("only as `POST`", "verb")
        .ignored(
            ENSURED,
            "headers",
            "timeout",
            "retries",
            "retry_period",
            "max_retry_backoff",
            "backoff_on",
            "drop_on",
            "successful_on",
            "rate_limit",
            "follow_redirects",
            "metadata",
            "extract_headers",
            "dump_request_log_level",
            "disable_http2",
            "tls",
            "oauth",
            "oauth2",
            "basic_auth",
            "jwt",
            "proxy_url",
            "batch_as_multipart",
            "parallel");
  }

  private static void known(KeyRows processors) {
    processors
        .honoured("label", "type", "mapping", "mutation", "bloblang", "log", "try", "catch", "noop")
        .honoured("resource", "processors", "for_each", "switch", "branch", "unarchive", "metric")
        .ignored(
            "limit the concurrency of the function's trigger instead; the billing service's"
                + " answers set the pace",
            "rate_limit");
  }

  private static void refused(KeyRows processors) {
    processors
        .refused(NEIGHBOURS, "archive", "group_by", "group_by_value", "insert_part", "select_parts")
        .refused("parts are delivered one by one here: leave it out", "split")
        .refused(
            "it keeps a state of its own, which is lost with each instance of the function; the"
                + " billing service drops what has the same event_id and timestamp",
            "dedupe")
        .refused("write the processors in place", "template")
        .refused("use for_each: messages of a batch are processed in turn", "parallel")
        .refused("use try and catch", "try_catch")
        .refused("use switch, or a mapping with if or match", "bounds_check", "while", "workflow")
        .refused(
            "use a mapping: its functions and methods do this",
            "jmespath",
            "jq",
            "awk",
            "grok",
            "xml",
            "msgpack",
            "avro",
            "parse_log",
            "json_schema",
            "javascript",
            "compress",
            "decompress",
            "opensnowcat")
        .refused("a batch waits for nothing but the billing service", "sleep", "retry")
        .refused("it is made for trying out a collector, not for running one", "benchmark", "crash")
        .refused(
            WORLD,
            "aws_bedrock_invoke",
            "aws_dynamodb_partiql",
            "aws_lambda",
            "aws_s3",
            "azure_cosmosdb",
            "cache",
            "cached",
            "command",
            "couchbase",
            "elasticsearch",
            "file",
            "gcp_bigquery_select",
            "http",
            "mongodb",
            "nats_kv",
            "nats_object_store",
            "nats_request_reply",
            "nlp_classify_text",
            "nlp_classify_tokens",
            "nlp_extract_features",
            "nlp_zero_shot_classify",
            "parquet_decode",
            "parquet_encode",
            "protobuf",
            "python",
            "redis",
            "redis_script",
            "schema_registry_decode",
            "schema_registry_encode",
            "sentry_capture",
            "sql",
            "sql_insert",
            "sql_raw",
            "sql_select",
            "subprocess",
            "sync_response",
            "wasm");
  }
}
