package io.usagecollector.testkit.fault;

import java.time.Duration;

/** One thing the stand-in does wrong with one request. The set is closed. */
public sealed interface Fault {

  /** When it strikes. */
  Moment moment();

  /** The same fault, striking only after everything asked for was done. */
  Fault afterStored();

  /** Answers {@code answer} in place of the server's own words. */
  record Answers(CannedAnswer answer, Moment moment) implements Fault {
    @Override
    public Answers afterStored() {
      return new Answers(answer, Moment.AFTER_STORED);
    }
  }

  /** Gives no answer for {@code limit}, then closes the connection. */
  record Stalls(Duration limit, Moment moment) implements Fault {
    @Override
    public Stalls afterStored() {
      return new Stalls(limit, Moment.AFTER_STORED);
    }
  }

  /** Resets the connection (TCP RST) in place of an answer. */
  record Resets(Moment moment) implements Fault {
    @Override
    public Resets afterStored() {
      return new Resets(Moment.AFTER_STORED);
    }
  }

  /** Gives the true answer, {@code bytes} of its body at a time, with {@code pause} before each. */
  record Dribbles(int bytes, Duration pause) implements Fault {
    public Dribbles {
      if (bytes < 1) {
        throw new IllegalArgumentException("a dribble of " + bytes + " bytes never ends");
      }
    }

    @Override
    public Moment moment() {
      return Moment.AFTER_STORED;
    }

    @Override
    public Dribbles afterStored() {
      return this;
    }
  }

  /** Announces the true answer whole, sends the first {@code bytes} of its body, and closes. */
  record CutsBody(int bytes) implements Fault {
    @Override
    public Moment moment() {
      return Moment.AFTER_STORED;
    }

    @Override
    public CutsBody afterStored() {
      return this;
    }
  }

  /** Gives the true answer compressed ({@code gzip}), whatever the client said it reads. */
  record Compresses() implements Fault {
    @Override
    public Moment moment() {
      return Moment.AFTER_STORED;
    }

    @Override
    public Compresses afterStored() {
      return this;
    }
  }

  /** Answers {@code answer}; nothing of the request was kept. */
  static Fault answers(CannedAnswer answer) {
    return new Answers(answer, Moment.BEFORE_STORED);
  }

  /** Gives no answer for {@code limit}; nothing of the request was kept. */
  static Fault stalls(Duration limit) {
    return new Stalls(limit, Moment.BEFORE_STORED);
  }

  /** Resets the connection; nothing of the request was kept. */
  static Fault resets() {
    return new Resets(Moment.BEFORE_STORED);
  }

  /** Gives the true answer slowly. */
  static Fault dribbles(int bytes, Duration pause) {
    return new Dribbles(bytes, pause);
  }

  /** Cuts the true answer after {@code bytes} of its body. */
  static Fault cutsBody(int bytes) {
    return new CutsBody(bytes);
  }

  /** Compresses the true answer. */
  static Fault compresses() {
    return new Compresses();
  }
}
