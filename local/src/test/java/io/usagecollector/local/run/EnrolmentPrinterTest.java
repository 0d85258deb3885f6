package io.usagecollector.local.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.local.billing.Enrolled;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnrolmentPrinterTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final EnrolmentPrinter printer =
      new EnrolmentPrinter(new Screen(new PrintStream(out, true, UTF_8), false, false));

  @Test
  void whoIsBilledTwiceOrIsNoCustomerIsNamed() {
    assertThat(
            printer.print(
                List.of(
                    new Enrolled("one", true, 1),
                    new Enrolled("two\u001b", true, 2),
                    new Enrolled("none", true, 0),
                    new Enrolled("nobody", false, 0))))
        .isFalse();
    assertThat(out.toString(UTF_8).lines())
        .containsExactly(
            "customers billed 4   there 3   with one running subscription 1",
            "  two? has 2 running subscriptions",
            "  none has 0 running subscriptions",
            "  nobody is billed, and is no customer");
  }

  @Test
  void whoeverHasOneSubscriptionIsCounted() {
    assertThat(printer.print(List.of(new Enrolled("one", true, 1)))).isTrue();
    assertThat(out.toString(UTF_8).lines())
        .containsExactly("customers billed 1   there 1   with one running subscription 1");
  }
}
