package io.usagecollector.cli.letters.queue;

import io.usagecollector.aws.sqs.Sweep;
import io.usagecollector.cli.terminal.UnusableInputException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** What a queue's failure means to the person at the terminal. */
public final class QueueTrouble {
  private QueueTrouble() {}

  /** Asks a queue; what goes wrong is told in words. */
  public static <T> T told(QueueAddress address, Supplier<T> question) {
    try {
      return question.get();
    } catch (SdkException e) {
      throw new UnusableInputException(sentence(e, address));
    }
  }

  /** Tells it so of a queue, whatever it is asked. */
  static Sweep.Asking in(QueueAddress address) {
    return new Sweep.Asking() {
      @Override
      public <T> T ask(Supplier<T> question) {
        return told(address, question);
      }
    };
  }

  private static String sentence(SdkException e, QueueAddress address) {
    return switch (e) {
      case QueueDoesNotExistException _ -> missing(address);
      case SqsException answer -> answered(answer, address);
      default -> unreached(e, address);
    };
  }

  private static String missing(QueueAddress address) {
    return "there is no queue "
        + address.name()
        + (address.isLocal() ? "" : " in " + address.region() + " for these credentials' account")
        + ": "
        + address
        + ". Look at the name, region and account in the stack's outputs";
  }

  private static String answered(SqsException e, QueueAddress address) {
    String code = code(e);
    if (code.contains("NonExistentQueue")) {
      return missing(address);
    }
    String what = "the queue " + address.name() + " answered " + e.statusCode() + " " + code;
    if (e.statusCode() == 401 || e.statusCode() == 403) {
      return what
          + ": these credentials may not do it. Reading takes sqs:ReceiveMessage,"
          + " sqs:ChangeMessageVisibility and sqs:GetQueueAttributes; redrive sqs:DeleteMessage as"
          + " well, and sqs:SendMessage on the retry queue";
    }
    return what + ": run the command again; it goes on where it was";
  }

  private static String code(SqsException e) {
    return Optional.ofNullable(e.awsErrorDetails()).map(AwsErrorDetails::errorCode).orElse("");
  }

  private static String unreached(SdkException e, QueueAddress address) {
    String words = String.valueOf(e.getMessage());
    if (words.toLowerCase(Locale.ROOT).contains("unable to load credentials")) {
      return "there are no AWS credentials: log in (aws sso login, AWS_PROFILE,"
          + " AWS_ACCESS_KEY_ID ...) as for the AWS command line";
    }
    String local =
        address.isLocal() ? ". Is scripts/run-local running? Its queues are there as long" : "";
    return "the queue at " + address + " cannot be reached: " + root(e) + local;
  }

  private static String root(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }
}
