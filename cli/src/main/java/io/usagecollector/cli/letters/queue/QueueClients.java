package io.usagecollector.cli.letters.queue;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Makes the clients that queues are spoken to with; whoever asks closes them. */
@FunctionalInterface
public interface QueueClients {
  /** A client for a queue. */
  SqsClient of(QueueAddress address);

  /** Over the network, with the credentials that the AWS command line would find. */
  static QueueClients aws() {
    return address -> {
      var builder =
          SqsClient.builder()
              .region(Region.of(address.region()))
              .credentialsProvider(credentials(address))
              .httpClientBuilder(
                  UrlConnectionHttpClient.builder()
                      .connectionTimeout(Duration.ofSeconds(5))
                      .socketTimeout(Duration.ofSeconds(30)));
      for (URI endpoint : address.endpoint().stream().toList()) {
        builder.endpointOverride(endpoint);
      }
      return builder.build();
    };
  }

  private static AwsCredentialsProvider credentials(QueueAddress address) {
    return address.isLocal()
        ? StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"))
        : DefaultCredentialsProvider.builder().build();
  }
}
