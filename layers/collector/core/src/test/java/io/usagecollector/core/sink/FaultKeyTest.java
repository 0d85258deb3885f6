package io.usagecollector.core.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultKeyTest {
  @Test
  void theOrderInWhichFieldsAreNamedMakesNoOtherFault() {
    assertThat(new FaultKey.Answered(400, "c", List.of("b", "a")))
        .isEqualTo(new FaultKey.Answered(400, "c", List.of("a", "b")))
        .isNotEqualTo(new FaultKey.Answered(400, "c", List.of("a")))
        .isNotEqualTo(new FaultKey.Answered(400, "d", List.of("a", "b")));
  }

  @ParameterizedTest
  @CsvSource({
    "200,true",
    "202,true",
    "307,false",
    "400,false",
    "401,false",
    "403,false",
    "404,false",
    "408,true",
    "409,true",
    "413,false",
    "418,true",
    "425,false",
    "429,false",
    "500,true",
    "502,true",
    "504,true"
  })
  void allButARequestTurnedAwayLeavesItOpenWhetherEventsAreStored(int status, boolean mayBe) {
    assertThat(FaultKey.Answered.status(status).mayBeStored()).isEqualTo(mayBe);
  }

  @ParameterizedTest
  @CsvSource({
    "NOT_SENT,false",
    "UNKNOWN_HOST,false",
    "CONNECTION_REFUSED,false",
    "NO_CONNECTION,false",
    "TLS,false",
    "TIMEOUT,true",
    "CONNECTION_BROKEN,true",
    "INTERRUPTED,true",
    "CLIENT,true"
  })
  void whatMayHaveArrivedMayBeStored(TransportFault fault, boolean mayBe) {
    assertThat(new FaultKey.Unanswered(fault).mayBeStored()).isEqualTo(mayBe);
  }
}
