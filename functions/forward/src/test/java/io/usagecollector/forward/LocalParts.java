package io.usagecollector.forward;

import io.usagecollector.aws.AwsClients;
import io.usagecollector.testkit.flexprice.FlexpriceStandIn;
import io.usagecollector.testkit.flexprice.StandInOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** A stand-in Flexprice, a queue, and the function's environment that names them. */
final class LocalParts implements AutoCloseable {
  static final Path ROOT = Path.of("..", "..");

  final FlexpriceStandIn flexprice =
      FlexpriceStandIn.start(new StandInOptions().plainHttp().recordBodies());
  final FakeSqs queue = new FakeSqs();
  final Map<String, String> environment = new HashMap<>();

  /** With the pipeline that is deployed, but for TLS. */
  LocalParts(Path directory) throws IOException {
    String pipeline = Files.readString(ROOT.resolve("layers/pipeline/pipeline/pipeline.yaml"));
    Path file = directory.resolve("pipeline.yaml");
    Files.writeString(file, pipeline.replace("scheme: https", "scheme: http"));
    environment.put("PIPELINE_FILE", file.toString());
    environment.put("RETRY_QUEUE_URL", queue.url() + "/000000000000/retries");
    environment.put("DEAD_LETTER_QUEUE_URL", queue.url() + "/000000000000/dead-letters");
    environment.put("FLEXPRICE_API_HOST", "127.0.0.1:" + flexprice.port());
    environment.put("FLEXPRICE_API_KEY", flexprice.apiKey());
    System.setProperty("aws.endpointUrlSqs", queue.url());
    System.setProperty("aws.region", "eu-central-1");
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
  }

  LocalParts with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  LocalParts withRetryQueue() {
    return with("RETRY_QUEUE_URL", queue.url() + "/000000000000/retries");
  }

  Supplier<Forwarder> forwarder() {
    return Wiring.started(environment, AwsClients::standard);
  }

  ForwardHandler handler() {
    return new ForwardHandler(forwarder());
  }

  @Override
  public void close() {
    queue.close();
    flexprice.close();
  }
}
