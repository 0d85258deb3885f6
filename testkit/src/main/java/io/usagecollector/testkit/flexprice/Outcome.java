package io.usagecollector.testkit.flexprice;

import io.usagecollector.testkit.flexprice.fault.Fault;
import java.time.Duration;
import java.util.Optional;

/** What the client gets to see of a request. */
sealed interface Outcome {

  /** The status it sees, or empty when no answer reaches it. */
  Optional<Integer> status();

  /** The answer, at once. */
  record Whole(Reply reply) implements Outcome {
    @Override
    public Optional<Integer> status() {
      return Optional.of(reply.status());
    }
  }

  /** The answer, so many bytes at a time. */
  record Slow(Reply reply, int bytes, Duration pause) implements Outcome {
    @Override
    public Optional<Integer> status() {
      return Optional.of(reply.status());
    }
  }

  /** The first bytes of the answer, then the end of the connection. */
  record Cut(Reply reply, int bytes) implements Outcome {
    @Override
    public Optional<Integer> status() {
      return Optional.of(reply.status());
    }
  }

  /** Nothing for a while, then the end of the connection. */
  record Silence(Duration limit) implements Outcome {
    @Override
    public Optional<Integer> status() {
      return Optional.empty();
    }
  }

  /** A connection reset. */
  record Reset() implements Outcome {
    @Override
    public Optional<Integer> status() {
      return Optional.empty();
    }
  }

  static Outcome of(Optional<Fault> fault, Reply reply) {
    return fault.map(struck -> struck(struck, reply)).orElseGet(() -> new Whole(reply));
  }

  private static Outcome struck(Fault fault, Reply reply) {
    return switch (fault) {
      case Fault.Answers answers -> new Whole(Reply.of(answers.answer()));
      case Fault.Stalls stalls -> new Silence(stalls.limit());
      case Fault.Resets resets -> new Reset();
      case Fault.Dribbles dribbles -> new Slow(reply, dribbles.bytes(), dribbles.pause());
      case Fault.CutsBody cut -> new Cut(reply, cut.bytes());
    };
  }
}
