package io.usagecollector.cli.letters;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.cli.DeadLetters;
import io.usagecollector.core.event.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page tells of every option and every reason there is, and of no other. */
class DeadLettersPageTest {
  private static final Path PAGE = Path.of("..", "docs", "dead-letters.md");

  private static final Pattern OPTION = Pattern.compile("(?<![-\\w])--[a-z][a-z-]*");

  /** Options of other commands, which the page speaks of. */
  private static final Set<String> OF_OTHERS = Set.of("--data");

  private static Set<String> options(String text) {
    var options = new TreeSet<String>();
    OPTION.matcher(text).results().forEach(found -> options.add(found.group()));
    return options;
  }

  @Test
  void itsOptionsAreThoseOfTheCommands() throws Exception {
    var command = new DeadLetters(Written.outside(new Watched()));
    var known = new TreeSet<String>();
    for (String name : List.of("ls", "show", "redrive", "export", "purge")) {
      known.addAll(options(command.run(name, "--help").out()));
    }
    known.remove("--help");

    Set<String> told = options(Files.readString(PAGE));
    told.removeAll(OF_OTHERS);
    known.removeAll(OF_OTHERS);
    assertThat(told).isEqualTo(known);
  }

  @Test
  void everyReasonIsTold() throws Exception {
    for (Reason.Kind kind : Reason.Kind.values()) {
      assertThat(Files.readString(PAGE)).contains("`" + kind + "`");
    }
  }
}
