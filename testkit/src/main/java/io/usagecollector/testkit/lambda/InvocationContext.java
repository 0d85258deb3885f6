package io.usagecollector.testkit.lambda;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a handler is told of its invocation.
 *
 * @param getAwsRequestId of this invocation
 * @param getFunctionName the function's name
 * @param getInvokedFunctionArn the function's ARN, with the alias it was invoked through, if any
 * @param getMemoryLimitInMB as the template sets it
 * @param remainingMillis the time left, whenever it is asked for
 * @param output where the handler's own log lines go
 */
public record InvocationContext(
    String getAwsRequestId,
    String getFunctionName,
    String getInvokedFunctionArn,
    int getMemoryLimitInMB,
    IntSupplier remainingMillis,
    Consumer<String> output)
    implements Context {
  private static final String NAME = "forward";
  private static final String ARN = "arn:aws:lambda:eu-central-1:000000000000:function:" + NAME;
  private static final int ONE_CPU_MEGABYTES = 1_769;

  /** The forward function's, whose time does not run. */
  public static InvocationContext of(String requestId, int remainingMillis) {
    return new InvocationContext(
        requestId, NAME, ARN, ONE_CPU_MEGABYTES, () -> remainingMillis, System.err::println);
  }

  /** The same, invoked through an alias. */
  public InvocationContext through(String alias) {
    return new InvocationContext(
        getAwsRequestId,
        getFunctionName,
        getInvokedFunctionArn + ":" + alias,
        getMemoryLimitInMB,
        remainingMillis,
        output);
  }

  @Override
  public String getLogGroupName() {
    return "/aws/lambda/" + getFunctionName;
  }

  @Override
  public String getLogStreamName() {
    return "local";
  }

  @Override
  public String getFunctionVersion() {
    return "$LATEST";
  }

  @Override
  public @Nullable CognitoIdentity getIdentity() {
    return null;
  }

  @Override
  public @Nullable ClientContext getClientContext() {
    return null;
  }

  @Override
  public int getRemainingTimeInMillis() {
    return remainingMillis.getAsInt();
  }

  @Override
  public LambdaLogger getLogger() {
    return new LambdaLogger() {
      @Override
      public void log(String message) {
        output.accept(message);
      }

      @Override
      public void log(byte[] message) {
        output.accept(new String(message, StandardCharsets.UTF_8));
      }
    };
  }
}
