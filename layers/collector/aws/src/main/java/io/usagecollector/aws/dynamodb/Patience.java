package io.usagecollector.aws.dynamodb;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * How long a batch waits for the table. A call runs on a thread of its own, which may hang in a
 * name's lookup or a native read for as long as its client allows, and is then left behind. The
 * first call of a process may take longer: it loads the client, and finds the credentials.
 */
final class Patience {
  private static final Duration FIRST = Duration.ofSeconds(3);
  private static final Duration USUAL = Duration.ofMillis(400);

  private volatile boolean warm;

  <T> T with(Supplier<T> call) throws AwayException {
    var answer = new CompletableFuture<T>();
    Thread.ofPlatform().daemon().name("state-table").start(() -> run(call, answer));
    try {
      return answer.get((warm ? USUAL : FIRST).toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new AwayException("the state table did not answer in time");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AwayException("interrupted while the state table was asked");
    } catch (ExecutionException e) {
      throw new AwayException(why(e.getCause()));
    }
  }

  private <T> void run(Supplier<T> call, CompletableFuture<T> answer) {
    try {
      answer.complete(call.get());
    } catch (RuntimeException | Error e) {
      answer.completeExceptionally(e);
    } finally {
      warm = true;
    }
  }

  private static String why(@Nullable Throwable e) {
    return switch (e) {
      case DynamoDbException answered ->
          "the state table answered "
              + answered.statusCode()
              + " "
              + (answered.awsErrorDetails() == null ? "" : answered.awsErrorDetails().errorCode());
      case SdkException unreached ->
          "the state table was not reached: " + unreached.getClass().getSimpleName();
      case null -> "the state table could not be asked";
      default -> "the state table could not be asked: " + e.getClass().getSimpleName();
    };
  }
}
