package io.usagecollector.aws.s3;

import io.usagecollector.aws.AwsClients;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** Objects of a bucket that are kept until a person deletes them. Thread-safe. */
public final class S3Archive {
  private final Supplier<S3Client> s3;
  private final String bucket;

  /**
   * @param s3 asked when there is something to keep
   */
  public S3Archive(Supplier<S3Client> s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  /** In a bucket that the account's clients reach. */
  public static S3Archive in(String bucket, AwsClients clients) {
    return new S3Archive(clients::s3, bucket);
  }

  /**
   * Stores an object: when this returns, the bucket has it.
   *
   * @param key its name; what lay there is replaced
   * @param timeout what it may take
   * @throws software.amazon.awssdk.core.exception.SdkException where the bucket may not have it
   */
  public void store(String key, byte[] content, Duration timeout) {
    PutObjectRequest request =
        PutObjectRequest.builder()
            .bucket(bucket)
            .key(key)
            .contentType("application/jsonl")
            .overrideConfiguration(override -> override.apiCallTimeout(timeout))
            .build();
    s3.get().putObject(request, RequestBody.fromBytes(content));
  }
}
