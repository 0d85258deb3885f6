package io.usagecollector.core.letter.steps;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What happened to messages of a queue: a line of the file. Messages go by the queue's own ids. */
public sealed interface Step {
  /**
   * A queue was read: the first line, and again whenever how long it keeps a message has changed.
   *
   * @param identity tells it from every other queue
   * @param url what people call it
   * @param retention how long it keeps a message, where it said so
   */
  record Queue(String identity, String url, Optional<Duration> retention) implements Step {}

  /**
   * A message was read.
   *
   * @param id the queue's name for it
   * @param queued when it came into the queue
   * @param body its text, whole
   */
  record Read(String id, Instant queued, String body) implements Step {
    /** Without the body, which holds an event. */
    @Override
    public String toString() {
      return "Read[" + id + "]";
    }
  }

  /**
   * The content that a message claims was fetched: nobody else keeps it for ever.
   *
   * @param id of the message
   * @param bytes what lay there; not to be changed
   */
  @SuppressWarnings("ArrayRecordComponent") // A carrier of bytes: never compared, never a key.
  record Content(String id, byte[] bytes) implements Step {
    /** Without the content, which holds an event. */
    @Override
    public String toString() {
      return "Content[" + id + "]";
    }
  }

  /** A whole reading of the queue did not meet these messages. */
  record Missed(List<String> ids) implements Step {
    public Missed {
      ids = List.copyOf(ids);
    }
  }

  /** They were met after all. */
  record Met(List<String> ids) implements Step {
    public Met {
      ids = List.copyOf(ids);
    }
  }

  /** Letters are about to be sent on: from here on it may have happened. */
  record Sending(List<Ref> letters) implements Step {
    public Sending {
      letters = List.copyOf(letters);
    }
  }

  /** The retry queue has the letters. */
  record Sent(List<Ref> letters, Instant at) implements Step {
    public Sent {
      letters = List.copyOf(letters);
    }
  }

  /** The dead-letter queue has them no more. */
  record Deleted(List<String> ids) implements Step {
    public Deleted {
      ids = List.copyOf(ids);
    }
  }
}
