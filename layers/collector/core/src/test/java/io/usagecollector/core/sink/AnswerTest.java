package io.usagecollector.core.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {
  private static final Optional<Duration> HOUR = Optional.of(Duration.ofHours(1));
  private static final FaultKey LOST = new FaultKey.Unanswered(TransportFault.TIMEOUT);

  private static FaultKey status(int status) {
    return FaultKey.Answered.status(status);
  }

  @Test
  void tooManyRequestsAndAServiceAwayPauseAllBulks() {
    assertThat(new Answer.Throttled(status(429), "429", HOUR).pausesAll()).isTrue();
    assertThat(new Answer.Transient(status(503), "503", HOUR).pausesAll()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 500, 502, 504, 599})
  void anyOtherAnswerPausesItsOwnBulkAlone(int status) {
    assertThat(new Answer.Transient(status(status), "", HOUR).pausesAll()).isFalse();
    assertThat(new Answer.Unknown(status(status), "", HOUR).pausesAll()).isFalse();
    assertThat(new Answer.Forbidden(status(403), "").pausesAll()).isFalse();
    assertThat(new Answer.Transient(LOST, "", HOUR).pausesAll()).isFalse();
  }
}
