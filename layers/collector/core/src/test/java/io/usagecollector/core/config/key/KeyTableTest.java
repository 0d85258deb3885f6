package io.usagecollector.core.config.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

  /** A key that upstream knows is never called a mistake. */
  @Test
  void everyKeyThatUpstreamKnowsIsKnown() throws IOException {
    List<String> unknown = new ArrayList<>();
    for (String line : resource("upstream-keys.txt")) {
      int colon = line.indexOf(": ");
      String section = line.substring(0, colon).equals("-") ? "" : line.substring(0, colon);
      for (String name : line.substring(colon + 2).split(" ", -1)) {
        if (KeyTable.STANDARD.treatment(section, name) == null) {
          unknown.add(section + "." + name);
        }
      }
    }
    assertThat(unknown).isEmpty();
  }

  private static List<String> resource(String name) throws IOException {
    try (InputStream in = KeyTableTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }
}
