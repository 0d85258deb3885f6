package io.usagecollector.bloblang.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.Run;
import org.junit.jupiter.api.Test;

class ExplodingTest {
  @Test
  void aPathMayLeadThroughAnArray() {
    assertThat(Run.mapping("root = this.explode(\"l.0.x\")", "{\"l\":[{\"x\":[1,2],\"y\":1},2]}"))
        .isEqualTo("[{\"l\":[{\"x\":1,\"y\":1},2]},{\"l\":[{\"x\":2,\"y\":1},2]}]");
    assertThat(Run.mapping("root = this.explode(\"l.0\")", "{\"l\":[{\"id\":1},2]}"))
        .isEqualTo("{\"id\":{\"l\":[1,2]}}");
  }

  @Test
  void theArrayOfAWildcardStaysAsItIs() {
    assertThat(Run.mapping("root = this.explode(\"l.*\")", "{\"l\":[1,2]}"))
        .isEqualTo("[{\"l\":[1,2]},{\"l\":[1,2]}]");
  }

  @Test
  void theInputIsNotChanged() {
    assertThat(Run.mapping("let e = this.explode(\"l.0\")\nroot = this", "{\"l\":[[1,2],3]}"))
        .isEqualTo("{\"l\":[[1,2],3]}");
  }
}
