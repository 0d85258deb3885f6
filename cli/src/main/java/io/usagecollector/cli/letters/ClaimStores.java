package io.usagecollector.cli.letters;

import io.usagecollector.aws.Lazy;
import io.usagecollector.aws.s3.S3ClaimStore;
import io.usagecollector.cli.letters.queue.QueueAddress;
import io.usagecollector.core.letter.ClaimStore;
import java.time.Duration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Where what is too large for a queue's messages lies. */
@FunctionalInterface
public interface ClaimStores {
  /** The bucket, in the queue's region. */
  ClaimStore of(QueueAddress queue, String bucket);

  /** S3, with the credentials that the AWS command line would find. */
  static ClaimStores aws() {
    return (queue, bucket) -> {
      var client =
          new Lazy<>(() ->
              S3Client.builder()
                  .region(Region.of(queue.region()))
                  .httpClientBuilder(
                      UrlConnectionHttpClient.builder()
                          .connectionTimeout(Duration.ofSeconds(5))
                          .socketTimeout(Duration.ofSeconds(30)))
                  .build());
      return new S3ClaimStore(client, bucket);
    };
  }
}
