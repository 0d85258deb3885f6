package io.usagecollector.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.letter.Claim;
import io.usagecollector.core.letter.ClaimStore.Withdrawal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What a failed look for an object means. */
class S3ClaimStoreTest {
  private static final Claim CLAIM = new Claim("its-own-bucket", "letters/k/h.json.gz", "h", 9);
  private final List<GetObjectRequest> asked = new ArrayList<>();

  private Withdrawal fetch(SdkException failure) {
    return new S3ClaimStore(() -> failing(failure), "another").fetch(CLAIM, Duration.ofSeconds(3));
  }

  private S3Client failing(SdkException failure) {
    return new S3Client() {
      @Override
      public <T> T getObject(
          GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> transformer) {
        asked.add(request);
        throw failure;
      }

      @Override
      public String serviceName() {
        return "s3";
      }

      @Override
      public void close() {}
    };
  }

  private static SdkException answer(int status, String code) {
    return S3Exception.builder()
        .message("secret")
        .statusCode(status)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
        .build();
  }

  @Test
  void whatIsNotThereIsMissingForGood() {
    assertThat(fetch(answer(404, "NoSuchKey")))
        .isEqualTo(new Withdrawal.Missing("the bucket answered 404 NoSuchKey"));
  }

  @Test
  void whatIsNotToldMayBeToldLater() {
    assertThat(fetch(answer(403, "AccessDenied")))
        .isEqualTo(new Withdrawal.Unreachable("the bucket answered 403 AccessDenied"));
    assertThat(fetch(answer(503, "SlowDown")))
        .isEqualTo(new Withdrawal.Unreachable("the bucket answered 503 SlowDown"));
    assertThat(fetch(SdkClientException.create("secret")))
        .isEqualTo(new Withdrawal.Unreachable("the bucket was not reached: SdkClientException"));
  }

  @Test
  void theClaimNamesTheBucketAndTheCallIsBoundByTheTimeLeft() {
    fetch(answer(404, "NoSuchKey"));
    assertThat(asked.getFirst().bucket()).isEqualTo("its-own-bucket");
    assertThat(asked.getFirst().key()).isEqualTo("letters/k/h.json.gz");
    assertThat(asked.getFirst().overrideConfiguration().orElseThrow().apiCallTimeout())
        .contains(Duration.ofSeconds(3));
  }
}
