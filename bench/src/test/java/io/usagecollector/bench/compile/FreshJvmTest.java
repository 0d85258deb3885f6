package io.usagecollector.bench.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FreshJvmTest {
  @Test
  void compilingIsAPartOfTheTimeOfItsProcess() throws Exception {
    var start = FreshJvm.deployed().start();

    assertThat(start.compileMillis()).isPositive().isLessThan(start.processMillis());
  }

  @Test
  void aProcessThatDidNotCompileIsNoFigure() {
    var broken = new FreshJvm("that is none", List.of("-XX:NoSuchOption"));

    assertThatThrownBy(broken::start).hasMessage("the JVM that is none ended with 1");
  }
}
