package io.usagecollector.local.lambda;

import java.util.Map;

/** The AWS account that this machine plays: its region, its keys (which open nothing), its ARNs. */
public final class LocalAccount {
  public static final String REGION = "eu-central-1";

  private static final String ID = "000000000000";

  private LocalAccount() {}

  static String functionArn(String name) {
    return "arn:aws:lambda:" + REGION + ":" + ID + ":function:" + name;
  }

  /** The ARN of a Kafka cluster, as an event names it. */
  public static String clusterArn(String clusterId) {
    return "arn:aws:kafka:" + REGION + ":" + ID + ":cluster/local/" + clusterId;
  }

  /** What Lambda itself puts into a function's environment, besides the template's variables. */
  static Map<String, String> reservedVariables(FunctionSettings function, String runtimeApi) {
    return Map.ofEntries(
        Map.entry("AWS_LAMBDA_RUNTIME_API", runtimeApi),
        Map.entry("_HANDLER", function.handler()),
        Map.entry("AWS_EXECUTION_ENV", "AWS_Lambda_java25"),
        Map.entry("AWS_LAMBDA_FUNCTION_NAME", function.name()),
        Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
        Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memoryMegabytes())),
        Map.entry("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name()),
        Map.entry("AWS_LAMBDA_LOG_STREAM_NAME", "local"),
        Map.entry("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"),
        Map.entry("AWS_REGION", REGION),
        Map.entry("AWS_DEFAULT_REGION", REGION),
        Map.entry("AWS_ACCESS_KEY_ID", "local"),
        Map.entry("AWS_SECRET_ACCESS_KEY", "local"),
        Map.entry("AWS_SESSION_TOKEN", "local"),
        Map.entry("LAMBDA_TASK_ROOT", function.directory().toString()),
        Map.entry("LAMBDA_RUNTIME_DIR", "/var/runtime"),
        Map.entry("PATH", "/usr/local/bin:/usr/bin:/bin"),
        Map.entry("LANG", "en_US.UTF-8"),
        Map.entry("TZ", ":UTC"));
  }
}
