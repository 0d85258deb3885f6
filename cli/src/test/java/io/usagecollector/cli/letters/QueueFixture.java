package io.usagecollector.cli.letters;

import io.usagecollector.cli.DeadLetters;
import io.usagecollector.cli.Ran;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.letter.Message;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A dead-letter queue, a retry queue, and the command over both. */
final class QueueFixture {
  final SqsServer server;
  final String dead;
  final String retry;
  final Path file;
  final Watched clients = new Watched();
  final MemoryClaims claims = new MemoryClaims();
  private final DeadLetters command =
      new DeadLetters(
          new Outside(clients, (queue, bucket) -> claims, InstantSource.fixed(Written.NOW)));

  QueueFixture(SqsServer server, Path folder) {
    this.server = server;
    this.dead = server.queue("dead");
    this.retry = server.queue("retry");
    this.file = folder.resolve(dead.substring(dead.lastIndexOf('/') + 1) + ".jsonl");
  }

  void dead(Letter... letters) {
    for (Letter letter : letters) {
      server.send(dead, Written.text(letter));
    }
  }

  Ran run(String name, String... more) {
    var args = new ArrayList<>(List.of(name, "--queue-url", dead, "--file", file.toString()));
    args.addAll(List.of(more));
    return command.run(args.toArray(String[]::new));
  }

  Ran ls() {
    return run("ls");
  }

  Ran redrive(String... more) {
    var args = new ArrayList<>(List.of("--retry-queue-url", retry));
    args.addAll(List.of(more));
    return run("redrive", args.toArray(String[]::new));
  }

  List<Letter> deadLetters() {
    return letters(dead);
  }

  List<Letter> retried() {
    return letters(retry);
  }

  /** How often each key lies in a queue. */
  static Map<String, Integer> keys(List<Letter> letters) {
    var keys = new TreeMap<String, Integer>();
    letters.forEach(letter -> keys.merge(letter.key(), 1, Integer::sum));
    return keys;
  }

  private List<Letter> letters(String queue) {
    List<Letter> letters = new ArrayList<>();
    for (String body : server.bodies(queue)) {
      if (Message.read(body) instanceof Message.Whole(List<Letter> some)) {
        letters.addAll(some);
      }
    }
    return letters;
  }
}
