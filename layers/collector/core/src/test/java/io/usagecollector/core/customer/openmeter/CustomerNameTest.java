package io.usagecollector.core.customer.openmeter;

import static io.usagecollector.core.customer.openmeter.AccountsAt.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.customer.EnsureRequest;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CustomerNameTest {
  private static String nameOf(String given) {
    return CustomerName.of(new EnsureRequest(KEY, given, Optional.empty(), false));
  }

  @Test
  void aNameGivesWayWhereItDoesNotFit() {
    assertThat(nameOf("Acme Ltd.")).isEqualTo("Acme Ltd.");
    assertThat(nameOf(" \t")).isEqualTo("acme:u1");
    assertThat(nameOf("a\0b\uD800c")).isEqualTo("abc");
    assertThat(nameOf("x".repeat(300))).isEqualTo("x".repeat(256));
    assertThat(nameOf("x".repeat(255) + "\uD83D\uDE00y")).isEqualTo("x".repeat(255));
  }

  @Property
  void whateverIsGivenTheServiceCanKeepIt(@ForAll String given) {
    String name = nameOf(given);
    assertThat(name).isNotBlank().hasSizeLessThanOrEqualTo(256).doesNotContain("\0");
    assertThat(name.codePoints())
        .noneMatch(point -> Character.getType(point) == Character.SURROGATE);
  }
}
