package io.usagecollector.cli.letters;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.cli.DeadLetters;
import io.usagecollector.cli.Ran;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** What is said where AWS answers otherwise than with messages. */
class TroublesTest {
  private static final String QUEUE = "https://sqs.eu-west-1.amazonaws.com/123456789012/dead";

  @TempDir private Path folder;

  private record Answering(SdkException failure) implements SqsClient {
    @Override
    public GetQueueAttributesResponse getQueueAttributes(GetQueueAttributesRequest request) {
      throw failure;
    }

    @Override
    public String serviceName() {
      return "sqs";
    }

    @Override
    public void close() {}
  }

  private String said(SdkException failure) {
    Ran ran =
        new DeadLetters(Written.outside(address -> new Answering(failure)))
            .run("ls", "--queue-url", QUEUE, "--file", folder.resolve("f").toString());
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    return ran.err();
  }

  private static SdkException answer(int status, String code) {
    return SqsException.builder()
        .statusCode(status)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
        .build();
  }

  @Test
  void aQueueThatIsNotInTheRegionOfItsUrlIsNamedWithIt() {
    String words =
        "there is no queue dead in eu-west-1 for these credentials' account: "
            + QUEUE
            + ". Look at the name, region and account in the stack's outputs\n";

    assertThat(said(QueueDoesNotExistException.builder().build())).isEqualTo(words);
    assertThat(said(answer(400, "AWS.SimpleQueueService.NonExistentQueue"))).isEqualTo(words);
  }

  @Test
  void whatTheCredentialsLackIsNamed() {
    assertThat(said(answer(403, "AccessDenied")))
        .isEqualTo(
            "the queue dead answered 403 AccessDenied: these credentials may not do it. Reading"
                + " takes sqs:ReceiveMessage, sqs:ChangeMessageVisibility and"
                + " sqs:GetQueueAttributes; redrive sqs:DeleteMessage as well, and"
                + " sqs:SendMessage on the retry queue\n");
  }

  @Test
  void anAnswerThatPassesIsToBeAskedAgain() {
    assertThat(said(answer(503, "ServiceUnavailable")))
        .isEqualTo(
            "the queue dead answered 503 ServiceUnavailable: run the command again; it goes on where"
                + " it was\n");
  }
}
