package io.usagecollector.cli.letters;

import io.usagecollector.aws.sqs.QueuedMessage;
import io.usagecollector.aws.sqs.Sweep;
import io.usagecollector.cli.letters.file.LetterFile;
import io.usagecollector.cli.letters.queue.DeadLetterQueue;
import io.usagecollector.cli.terminal.Paragraph;
import io.usagecollector.cli.terminal.ProgressBar;
import io.usagecollector.cli.terminal.Terminal;
import io.usagecollector.core.letter.steps.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a queue into its file: what is new is added, and nothing is taken from the queue. */
final class Reading {
  private static final int AT_ONCE = 200;

  private final DeadLetterQueue queue;
  private final LetterFile file;
  private final Terminal terminal;
  private final Set<String> met = new HashSet<>();
  private final List<Step> steps = new ArrayList<>();

  Reading(DeadLetterQueue queue, LetterFile file, Terminal terminal) {
    this.queue = queue;
    this.file = file;
    this.terminal = terminal;
  }

  /** Reads all of it, and says what it could not see. */
  void run() {
    DeadLetterQueue.Facts facts = queue.facts();
    introduce(facts);
    boolean full = sweep(facts.visible());
    if (full) {
      note("more letters than may be out of sight at once: send some on, or purge, and read again");
    } else if (facts.hidden() > 0) {
      note(
          "out of sight, since somebody has just received them: about "
              + Paragraph.count((int) facts.hidden(), "message")
              + ". Read again in some minutes");
    } else {
      List<String> missed = file.present().stream().filter(id -> !met.contains(id)).toList();
      file.append(missed.isEmpty() ? List.of() : List.of(new Step.Missed(missed)));
    }
  }

  private void introduce(DeadLetterQueue.Facts facts) {
    var now =
        new Step.Queue(queue.address().identity(), queue.address().toString(), facts.retention());
    QueueMatch.require(file, queue.address());
    if (file.queue().filter(now::equals).isEmpty()) {
      file.append(List.of(now));
    }
  }

  /** Whether it had to end before all was met. */
  private boolean sweep(long about) {
    try (var progress = new ProgressBar(terminal, "reading", about);
        Sweep sweep = queue.sweep()) {
      for (var page = sweep.next(); !page.isEmpty(); page = sweep.next()) {
        page.forEach(this::file);
        if (steps.size() >= AT_ONCE) {
          write();
        }
        progress.at(met.size());
      }
      write();
      return sweep.isFull();
    }
  }

  private void file(QueuedMessage message) {
    met.add(message.id());
    if (!file.knows(message.id())) {
      steps.add(new Step.Read(message.id(), message.sent(), message.body()));
    } else if (!file.isPresent(message.id())) {
      steps.add(new Step.Met(List.of(message.id())));
    }
  }

  private void write() {
    file.append(steps);
    steps.clear();
  }

  private void note(String text) {
    terminal.err().print("note: " + text + "\n");
  }
}
