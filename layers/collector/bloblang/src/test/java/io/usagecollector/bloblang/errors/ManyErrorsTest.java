package io.usagecollector.bloblang.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.CompileException;
import org.junit.jupiter.api.Test;

class ManyErrorsTest {
  private static CompileException refused(String mapping) {
    return catchThrowableOfType(CompileException.class, () -> Bloblang.standard().compile(mapping));
  }

  @Test
  void ofAThousandErrorsTheFirstHundredAreTold() {
    CompileException many = refused("root = n()\n".repeat(1_000));
    assertThat(many.errors()).hasSize(100);
    assertThat(many.errors().getLast().line()).isEqualTo(100);
    assertThat(many.refused()).isFalse();
  }

  @Test
  void anErrorBeyondTheHundredStillKeepsItFromBeingARefusal() {
    String refusals = "root = fake(\"name\")\n".repeat(200);
    assertThat(refused(refusals).refused()).isTrue();
    assertThat(refused(refusals + "root = n()").refused()).isFalse();
  }
}
