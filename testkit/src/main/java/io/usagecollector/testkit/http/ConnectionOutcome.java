package io.usagecollector.testkit.http;

import io.usagecollector.testkit.fault.Fault;
import java.time.Duration;
import java.util.Optional;

/** What the client gets to see of a request. */
sealed interface ConnectionOutcome {

  /** The status it sees, or empty when no answer reaches it. */
  Optional<Integer> status();

  /** The answer, at once. */
  record Whole(Reply reply) implements ConnectionOutcome {
    @Override
    public Optional<Integer> status() {
      return Optional.of(reply.status());
    }
  }

  /** The answer, so many bytes at a time. */
  record Slow(Reply reply, int bytes, Duration pause) implements ConnectionOutcome {
    @Override
    public Optional<Integer> status() {
      return Optional.of(reply.status());
    }
  }

  /** The first bytes of the answer, then the end of the connection. */
  record Cut(Reply reply, int bytes) implements ConnectionOutcome {
    @Override
    public Optional<Integer> status() {
      return Optional.of(reply.status());
    }
  }

  /** Nothing for a while, then the end of the connection. */
  record Silence(Duration limit) implements ConnectionOutcome {
    @Override
    public Optional<Integer> status() {
      return Optional.empty();
    }
  }

  /** A connection reset. */
  record Reset() implements ConnectionOutcome {
    @Override
    public Optional<Integer> status() {
      return Optional.empty();
    }
  }

  static ConnectionOutcome of(Optional<Fault> fault, Reply reply) {
    return fault.map(struck -> struck(struck, reply)).orElseGet(() -> new Whole(reply));
  }

  private static ConnectionOutcome struck(Fault fault, Reply reply) {
    return switch (fault) {
      case Fault.Answers answers -> new Whole(Reply.of(answers.answer()));
      case Fault.Stalls stalls -> new Silence(stalls.limit());
      case Fault.Resets resets -> new Reset();
      case Fault.Dribbles dribbles -> new Slow(reply, dribbles.bytes(), dribbles.pause());
      case Fault.CutsBody cut -> new Cut(reply, cut.bytes());
      case Fault.Compresses _ -> new Whole(reply.compressed());
    };
  }
}
