package io.usagecollector.cli.letters;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.cli.DeadLetters;
import io.usagecollector.cli.Ran;
import io.usagecollector.core.event.Reason;
import io.usagecollector.tooling.queues.LocalQueues;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page tells of every option and every reason there is, and of no other. */
class DeadLettersPageTest {
  @TempDir private Path folder;

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

  /** Each is a line with a command and what it prints, one after the other over the same queues. */
  @Test
  void itsExamplesAreTrue() throws Exception {
    var clients = new Watched();
    clients.retention = Optional.of("1209600");
    clients.sent = Optional.of(Written.NOW.minusSeconds(8_340));
    var command = new DeadLetters(Written.outside(clients));
    try (var server = new SqsServer()) {
      String dead = server.queue("dead");
      new LocalQueues(dead, Optional.of(server.queue("retry"))).write(folder);
      server.send(dead, Written.text(Written.refused(1, "vapi_cust_456")));
      server.send(dead, Written.text(Written.refused(2, "vapi_cust_456")));
      server.send(dead, Written.text(Written.unmapped(3)));

      List<Example> examples = examples(Files.readString(PAGE));
      assertThat(examples).hasSize(5);
      for (Example example : examples) {
        Ran ran = command.run((example.arguments() + " --local " + folder).split(" "));
        assertThat(ran.out() + ran.err()).as(example.arguments()).isEqualTo(example.prints());
      }
    }
  }

  private record Example(String arguments, String prints) {}

  private static List<Example> examples(String page) {
    return Pattern.compile(" {4}\\$ scripts/dead-letters (.*?) --local\n((?: {4}[^\n]*\n)+)")
        .matcher(page)
        .results()
        .map(found -> new Example(found.group(1), found.group(2).replaceAll("(?m)^ {4}", "")))
        .toList();
  }

  @Test
  void everyReasonIsTold() throws Exception {
    for (Reason.Kind kind : Reason.Kind.values()) {
      assertThat(Files.readString(PAGE)).contains("`" + kind + "`");
    }
  }
}
