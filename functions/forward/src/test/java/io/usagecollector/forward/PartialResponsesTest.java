package io.usagecollector.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may be given a list of held records. */
class PartialResponsesTest {
  private static final String FUNCTION =
      "arn:aws:lambda:eu-central-1:123456789012:function:forward";

  @Test
  void anAliasDecidesByTheInvocationAndNotByTheStack() {
    PartialResponses lists = PartialResponses.parse("alias:lists");
    assertThat(lists.areReadBy(FUNCTION + ":lists")).isTrue();
    assertThat(lists.areReadBy(FUNCTION + ":live")).isFalse();
    assertThat(lists.areReadBy(FUNCTION + ":lists2")).isFalse();
    assertThat(lists.areReadBy(FUNCTION)).isFalse();
  }

  @Test
  void aFunctionThatIsNamedAsTheAliasIsNotTheAlias() {
    String named = "arn:aws:lambda:eu-central-1:123456789012:function:lists";
    assertThat(PartialResponses.parse("alias:lists").areReadBy(named)).isFalse();
    assertThat(PartialResponses.parse("alias:lists").areReadBy(named + ":$LATEST")).isFalse();
  }

  @Test
  void trueAndFalseLookAtNoInvocation() {
    assertThat(PartialResponses.parse("true").areReadBy(FUNCTION)).isTrue();
    assertThat(PartialResponses.parse("false").areReadBy(FUNCTION + ":lists")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"alias:", "alias:a b", "alias", "lists", "True", "yes", "alias:a:b"})
  void whatCouldBeMeantOtherwiseIsRefused(String text) {
    assertThatThrownBy(() -> PartialResponses.parse(text))
        .hasMessageStartingWith("PARTIAL_RESPONSES must be true or false, or alias:NAME");
  }
}
