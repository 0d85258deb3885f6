package io.usagecollector.testkit.record;

import io.usagecollector.testkit.fault.RequestLine;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/**
 * The requests seen. Counts are always complete; of the requests themselves the last {@value
 * #KEPT_REQUESTS} are kept, and of their bodies (if asked for) the last {@value #KEPT_BODY_BYTES}
 * bytes.
 */
public final class Requests {
  private static final int KEPT_REQUESTS = 10_000;
  private static final long KEPT_BODY_BYTES = 256L << 20;

  private final Deque<RecordedRequest> recent = new ArrayDeque<>();
  private final Predicate<RequestLine> ingest;
  private long bodyBytes;
  private long count;
  private long ingestCount;
  private long events;

  /**
   * @param ingest which requests bring events
   */
  public Requests(Predicate<RequestLine> ingest) {
    this.ingest = ingest;
  }

  /** Remembers one request. */
  public synchronized void add(RecordedRequest request) {
    recent.addLast(request);
    bodyBytes += bodyBytesOf(request);
    count++;
    if (bringsEvents(request)) {
      ingestCount++;
      events += request.events();
    }
    while (recent.size() > KEPT_REQUESTS || bodyBytes > KEPT_BODY_BYTES) {
      bodyBytes -= bodyBytesOf(recent.removeFirst());
    }
  }

  /** How many requests arrived, of any kind. */
  public synchronized long count() {
    return count;
  }

  /** How many requests that bring events arrived. */
  public synchronized long ingestCount() {
    return ingestCount;
  }

  /** How many events those requests carried, repeats and refused ones included. */
  public synchronized long events() {
    return events;
  }

  /** The last requests, oldest first. */
  public synchronized List<RecordedRequest> recent() {
    return List.copyOf(recent);
  }

  /** The last requests that brought events, oldest first. */
  public List<RecordedRequest> ingests() {
    return matching(this::bringsEvents);
  }

  /** The last requests that {@code wanted} accepts, oldest first. */
  public List<RecordedRequest> matching(Predicate<RecordedRequest> wanted) {
    return recent().stream().filter(wanted).toList();
  }

  /** Forgets everything, counts too. */
  public synchronized void clear() {
    recent.clear();
    bodyBytes = 0;
    count = 0;
    ingestCount = 0;
    events = 0;
  }

  private boolean bringsEvents(RecordedRequest request) {
    return ingest.test(request.line());
  }

  private static long bodyBytesOf(RecordedRequest request) {
    return request.body().map(Body::length).orElse(0);
  }
}
