package io.usagecollector.aws.s3;

import io.usagecollector.aws.AwsClients;
import io.usagecollector.core.letter.Claim;
import io.usagecollector.core.letter.ClaimStore;
import io.usagecollector.core.letter.LargeLetter;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Contents of letters as objects of a bucket: {@code letters/KEY/SHA256.json.gz}, so that a repeat
 * overwrites the same object, and a person can read it with gunzip.
 */
public final class S3ClaimStore implements ClaimStore {
  private static final int NOT_FOUND = 404;

  private final Supplier<S3Client> s3;
  private final String bucket;

  /**
   * @param s3 asked when something large comes for the first time: most instances never see that
   * @param bucket takes what is stored; a claim names its own
   */
  public S3ClaimStore(Supplier<S3Client> s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  /** In a bucket that the account's clients reach. */
  public static S3ClaimStore in(String bucket, AwsClients clients) {
    return new S3ClaimStore(clients::s3, bucket);
  }

  @Override
  public Deposit store(LargeLetter letter, Duration timeout) {
    byte[] content = letter.content();
    String object = "letters/" + letter.key() + "/" + letter.sha256() + ".json.gz";
    PutObjectRequest request =
        PutObjectRequest.builder()
            .bucket(bucket)
            .key(object)
            .contentType("application/gzip")
            .overrideConfiguration(override -> override.apiCallTimeout(timeout))
            .build();
    try {
      s3.get().putObject(request, RequestBody.fromBytes(content));
      return new Deposit.Stored(new Claim(bucket, object, letter.sha256(), content.length));
    } catch (SdkException e) {
      return new Deposit.Refused(why(e));
    }
  }

  @Override
  public Withdrawal fetch(Claim claim, Duration timeout) {
    GetObjectRequest request =
        GetObjectRequest.builder()
            .bucket(claim.bucket())
            .key(claim.object())
            .overrideConfiguration(override -> override.apiCallTimeout(timeout))
            .build();
    try {
      return new Withdrawal.Found(s3.get().getObjectAsBytes(request).asByteArrayUnsafe());
    } catch (S3Exception e) {
      return e.statusCode() == NOT_FOUND
          ? new Withdrawal.Missing(why(e))
          : new Withdrawal.Unreachable(why(e));
    } catch (SdkException e) {
      return new Withdrawal.Unreachable(why(e));
    }
  }

  private static String why(SdkException e) {
    if (e instanceof S3Exception answer) {
      String code =
          answer.awsErrorDetails() == null
              ? ""
              : String.valueOf(answer.awsErrorDetails().errorCode());
      return "the bucket answered " + answer.statusCode() + " " + code;
    }
    return "the bucket was not reached: " + e.getClass().getSimpleName();
  }
}
