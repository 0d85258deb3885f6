package io.usagecollector.bloblang.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownValuesTest {
  /** What holds an event's fields may end in a log: it shows how large it is, not what is in it. */
  @Test
  void aContainerShowsNothingOfWhatItHolds() {
    assertThat(new MapObj().put(Str.of("email"), Str.of("a@b.c"))).hasToString("object of 1");
    assertThat(Arr.of(Str.of("a@b.c"), Null.NULL)).hasToString("array of 2");
  }
}
