package io.usagecollector.local.system;

import io.usagecollector.local.lambda.LocalAccount;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;

/**
 * Makes this JVM a function's, as far as one JVM can be both: what a child is told by its
 * environment, libraries are told here by system properties, and what they print goes to the log.
 */
final class OwnJvm {
  private static final Map<String, String> PROPERTIES =
      Map.of(
          "aws.region", LocalAccount.REGION,
          "aws.accessKeyId", "local",
          "aws.secretAccessKey", "local");

  private OwnJvm() {}

  /** With the trust of {@code tls} in whatever asks for no other. */
  static void becomeFunction(
      Map<String, String> environment, SSLContext tls, Consumer<String> log) {
    PROPERTIES.forEach(System::setProperty);
    System.setProperty("aws.endpointUrlSqs", environment.getOrDefault("AWS_ENDPOINT_URL_SQS", ""));
    System.setProperty(
        "aws.endpointUrlDynamoDb", environment.getOrDefault("AWS_ENDPOINT_URL_DYNAMODB", ""));
    SSLContext.setDefault(tls);
    System.setOut(new PrintStream(new Lines(log), true, StandardCharsets.UTF_8));
  }

  private static final class Lines extends OutputStream {
    private final Consumer<String> log;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    Lines(Consumer<String> log) {
      this.log = log;
    }

    @Override
    public synchronized void write(int b) {
      if (b != '\n') {
        line.write(b);
        return;
      }
      log.accept(line.toString(StandardCharsets.UTF_8));
      line.reset();
    }
  }
}
