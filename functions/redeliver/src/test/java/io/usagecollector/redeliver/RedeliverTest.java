package io.usagecollector.redeliver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.delivery.pace.DeferralPolicy;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.testkit.fault.CannedAnswer;
import io.usagecollector.testkit.fault.Fault;
import io.usagecollector.testkit.flexprice.fault.FlexpriceErrors;
import io.usagecollector.testkit.record.RecordedRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.model.Message;

/** The real handler between a queue that speaks SQS and a billing service that speaks Flexprice. */
class RedeliverTest {
  private static final int MOST = DeferralPolicy.DEFAULT.attempts();

  @TempDir Path directory;
  private LocalParts parts;
  private Trigger trigger;

  @BeforeEach
  void start() throws IOException {
    parts = new LocalParts(directory);
    trigger = new Trigger(parts.retries, parts.handler());
  }

  @AfterEach
  void stop() {
    parts.close();
  }

  private void send(Letter... letters) {
    for (Letter letter : letters) {
      parts.retries.send(Letters.body(letter));
    }
  }

  private void answerAll(CannedAnswer answer) {
    parts.flexprice.faults().next(1_000, Fault.answers(answer));
  }

  private List<String> bodies() {
    return parts.flexprice.requests().ingests().stream()
        .map(RecordedRequest::body)
        .map(body -> new String(body.orElseThrow().bytes(), UTF_8))
        .toList();
  }

  @Test
  void whatWasDeferredGoesOutInItsStoredBytesAndSeveralMessagesInOneRequest() throws IOException {
    send(Letters.tried(1, 1), Letters.tried(2, 1), Letters.tried(3, 1));
    assertThat(trigger.deliver()).isEmpty();
    assertThat(bodies()).hasSize(1);
    for (int offset = 1; offset <= 3; offset++) {
      assertThat(bodies().getFirst()).contains(new String(Letters.event(offset).json(), UTF_8));
    }
    assertThat(parts.retries.depth()).isZero();
    assertThat(parts.deadLetters.depth()).isZero();
  }

  @Test
  void whatFailsAgainIsWrittenAnewBeforeTheOldMessageIsDeleted() throws IOException {
    send(Letters.tried(1, MOST - 2));
    answerAll(FlexpriceErrors.internalError());
    assertThat(trigger.deliver()).isEmpty();
    assertThat(parts.retries.depth()).isEqualTo(1);
    assertThat(parts.deadLetters.depth()).isZero();
  }

  @Test
  void theLastAttemptEndsAsADeadLetterWithItsEvent() throws IOException {
    send(Letters.tried(1, MOST - 1));
    answerAll(FlexpriceErrors.internalError());
    assertThat(trigger.deliver()).isEmpty();
    assertThat(parts.retries.depth()).isZero();
    List<Letter> dead = parts.deadLetters.letters();
    assertThat(dead).hasSize(1);
    assertThat(dead.getFirst().reason().kind()).isEqualTo(Reason.Kind.NOT_DELIVERED);
    assertThat(dead.getFirst().attempts().count()).isEqualTo(MOST);
    assertThat(dead.getFirst().event().orElseThrow().json()).isEqualTo(Letters.event(1).json());
  }

  @Test
  void aDeadLetterThatWasMovedBackDoesNotDieAtOnceHoweverOftenItWasTried() throws IOException {
    send(Letters.dead(1, MOST));
    answerAll(FlexpriceErrors.internalError());
    trigger.deliver();
    assertThat(parts.retries.depth()).isEqualTo(1);
    assertThat(parts.deadLetters.depth()).isZero();
  }

  @Test
  void whileTheKeyIsRefusedMessagesStayAsTheyAreAndOutOfSight() throws IOException {
    send(Letters.tried(1, MOST - 1));
    answerAll(FlexpriceErrors.unauthorized());
    List<Message> staying = trigger.deliver();
    assertThat(staying).hasSize(1);
    assertThat(parts.retries.receive()).isEmpty();
    long calls = parts.flexprice.requests().ingestCount();
    parts.retries.show(staying.getFirst().receiptHandle());
    List<Message> again = trigger.deliver();
    assertThat(again).map(Message::body).containsExactly(staying.getFirst().body());
    assertThat(parts.flexprice.requests().ingestCount()).isEqualTo(calls);
    assertThat(parts.deadLetters.depth()).isZero();
    assertThat(parts.retries.depth()).isEqualTo(1);
  }

  /** The process ends after its work is done, before the trigger hears of it. */
  @Test
  void aCrashBeforeTheOldMessageIsDeletedRepeatsTheSameBytesAndLosesNothing() throws IOException {
    send(Letters.tried(1, 1));
    List<Message> received = parts.retries.receive();
    Trigger.invoke(trigger.handler(), Trigger.event(received));
    parts.retries.show(received.getFirst().receiptHandle());
    assertThat(trigger.deliver()).isEmpty();
    assertThat(bodies()).hasSize(2);
    assertThat(bodies().stream().distinct()).hasSize(1);
    assertThat(parts.retries.depth()).isZero();
  }

  @Test
  void aCrashAfterTheUpdatedMessageWasSentLeavesBoth() throws IOException {
    send(Letters.tried(1, 2));
    answerAll(FlexpriceErrors.internalError());
    List<Message> received = parts.retries.receive();
    Trigger.invoke(trigger.handler(), Trigger.event(received));
    assertThat(parts.retries.depth()).isEqualTo(2);
  }
}
