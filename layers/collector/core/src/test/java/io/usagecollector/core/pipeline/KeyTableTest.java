package io.usagecollector.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class KeyTableTest {
  private static final List<Key> KEYS = KeyTable.STANDARD.keys();

  @Test
  void everyKeyStandsOnce() {
    assertThat(KEYS).extracting(Key::path).doesNotHaveDuplicates();
  }

  @Test
  void everySectionIsItselfAKey() {
    assertThat(KEYS)
        .extracting(key -> key.section().replace("[]", ""))
        .allSatisfy(section ->
            assertThat(section.isEmpty() || KEYS.stream().anyMatch(isAt(section)))
                .as(section)
                .isTrue());
  }

  private static Predicate<Key> isAt(String section) {
    return key -> key.path().replace("[]", "").equals(section);
  }

  @Test
  void everyKeyThatIsNotHonouredSaysWhy() {
    assertThat(KEYS)
        .allSatisfy(key -> {
          switch (key.treatment()) {
            case Treatment.Honoured _ -> {}
            case Treatment.Ignored(String notice) -> assertThat(notice).isNotBlank();
            case Treatment.Refused(String instead) -> assertThat(instead).isNotBlank();
          }
        });
  }
}
