package io.usagecollector.cli.letters.queue;

import io.usagecollector.aws.sqs.QueueIdentity;
import io.usagecollector.cli.terminal.UnusableInputException;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a queue is, out of its URL alone: no setting can send a command to another region.
 *
 * @param url the queue's
 * @param region of AWS; any for a queue elsewhere
 * @param endpoint where requests go, if not to the region's own
 */
public record QueueAddress(URI url, String region, Optional<URI> endpoint) {
  private static final Pattern AWS_HOST =
      Pattern.compile("(.+\\.)?sqs(?:-fips)?\\.([a-z0-9-]+)\\.(vpce\\.)?amazonaws\\.com(?:\\.cn)?");

  private static final String NOWHERE = "us-east-1";

  /**
   * The queue of a URL as SQS prints it.
   *
   * @param option which option it was given by
   */
  public static QueueAddress parse(String option, String text) {
    try {
      URI url = new URI(text.strip());
      String host = url.getHost();
      if (host != null && isHttp(url) && url.getPath().matches("(/[^/]+)+")) {
        return at(url, host);
      }
    } catch (java.net.URISyntaxException e) {
      throw notAQueue(option, text);
    }
    throw notAQueue(option, text);
  }

  private static UnusableInputException notAQueue(String option, String text) {
    return new UnusableInputException(
        option
            + ": "
            + text
            + " is no queue's URL: give it whole, as the stack's outputs name it, such as"
            + " https://sqs.eu-central-1.amazonaws.com/123456789012/NAME");
  }

  private static boolean isHttp(URI url) {
    return "https".equals(url.getScheme()) || "http".equals(url.getScheme());
  }

  private static QueueAddress at(URI url, String host) {
    Matcher aws = AWS_HOST.matcher(host);
    if (!aws.matches()) {
      return new QueueAddress(url, NOWHERE, Optional.of(url.resolve("/")));
    }
    boolean own = aws.group(1) != null;
    return new QueueAddress(
        url, aws.group(2), own ? Optional.of(url.resolve("/")) : Optional.empty());
  }

  /** Whether it is on this machine, where nobody asks for credentials. */
  public boolean isLocal() {
    return QueueIdentity.isLocal(url);
  }

  /** The queue's own name. */
  public String name() {
    return url.getPath().substring(url.getPath().lastIndexOf('/') + 1);
  }

  /** Tells it from every other queue; a local server's port is another at each start. */
  public String identity() {
    return QueueIdentity.of(url);
  }

  /** A file name for it: region or host, account and name. */
  public String fileName() {
    String where = endpoint.isPresent() ? url.getAuthority() : region;
    return (where + url.getPath()).replaceAll("[^A-Za-z0-9._-]", "-");
  }

  /** For people. */
  @Override
  public String toString() {
    return url.toString();
  }
}
