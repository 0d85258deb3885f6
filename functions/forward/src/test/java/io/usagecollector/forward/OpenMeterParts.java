package io.usagecollector.forward;

import io.usagecollector.aws.AwsClients;
import io.usagecollector.testkit.openmeter.OpenMeterOptions;
import io.usagecollector.testkit.openmeter.OpenMeterStandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A stand-in OpenMeter, a queue, and the function's environment that names them. */
final class OpenMeterParts implements AutoCloseable {
  private static final String PIPELINE =
      """
      input: {kafka: {topics: [t]}}
      pipeline:
        processors:
          - mapping: |
              root.type = "call"
              root.id = this.call_id
              root.source = "calls"
              root.subject = this.customer_id
              root.time = this.timestamp
              root.data.seconds = this.duration_seconds
      output:
        http_client:
          url: "${URL}/events"
          verb: POST
          headers: {Authorization: "Bearer ${OPENMETER_TOKEN}"}
      """;

  /** Where the stand-in is asked. */
  enum Door {
    /** Konnect's, which wants a token. */
    KONNECT,
    /** The older API of a server of one's own. */
    V1
  }

  final OpenMeterStandIn openMeter =
      OpenMeterStandIn.start(new OpenMeterOptions().plainHttp().recordBodies());
  final FakeSqs queue = new FakeSqs();
  final Map<String, String> environment = new HashMap<>();

  OpenMeterParts(Path directory, Door door) throws IOException {
    Path file = directory.resolve("pipeline.yaml");
    Files.writeString(file, PIPELINE);
    environment.put("PIPELINE_FILE", file.toString());
    environment.put("RETRY_QUEUE_URL", queue.url() + "/000000000000/retries");
    environment.put("DEAD_LETTER_QUEUE_URL", queue.url() + "/000000000000/dead-letters");
    environment.put("OPENMETER_TOKEN", openMeter.token());
    environment.put(
        "URL",
        switch (door) {
          case KONNECT -> openMeter.konnect().toString();
          case V1 -> openMeter.v1().toString();
        });
    System.setProperty("aws.endpointUrlSqs", queue.url());
    System.setProperty("aws.region", "eu-central-1");
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
  }

  Forwarder forwarder() {
    return Wiring.started(environment, AwsClients::standard).get();
  }

  @Override
  public void close() {
    queue.close();
    openMeter.close();
  }
}
