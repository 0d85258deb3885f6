package io.usagecollector.aws.sqs;

import java.net.URI;
import java.util.List;

/** Tells a queue from every other one, in what is kept of it. */
public final class QueueIdentity {
  private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost", "[::1]");

  private QueueIdentity() {}

  /** Of a queue's URL; a local server's port is another at each start. */
  public static String of(URI url) {
    String path = url.getPath();
    return isLocal(url) ? "local:" + path.substring(path.lastIndexOf('/') + 1) : url.toString();
  }

  /** Whether it is on this machine, where nobody asks for credentials. */
  public static boolean isLocal(URI url) {
    return LOOPBACK.contains(url.getHost());
  }
}
