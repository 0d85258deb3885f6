package io.usagecollector.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeedsTest {
  @Test
  void aCommitsNameIsASeed() {
    assertThat(Seeds.ofCommit("0000000000ff9d9f4c1b7f0e7ad1c2a3b4c5d6e7\n")).isEqualTo(0xff);
  }

  @Test
  void whatIsNoCommitGivesTheSameSeedEachTime() {
    assertThat(Seeds.ofCommit("fatal: not a git repository")).isEqualTo(1);
    assertThat(Seeds.ofCommit("")).isEqualTo(1);
  }
}
