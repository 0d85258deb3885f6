package io.usagecollector.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/**
 * A function that does what its event says: the tests' way to see into an instance, and to break
 * it.
 */
public final class ProbeHandler implements RequestStreamHandler {
  private int invocations;

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    invocations++;
    String event = new String(input.readAllBytes(), StandardCharsets.UTF_8);
    output.write(answer(event, context).getBytes(StandardCharsets.UTF_8));
  }

  private String answer(String event, Context context) throws IOException {
    return switch (event) {
      case "throw" -> throw new IllegalStateException("as told");
      case "exit" -> exit();
      case "hang" -> hang();
      case "count" -> Integer.toString(invocations);
      case "class-path" -> classPath();
      case "environment" -> String.join("\n", System.getenv().keySet());
      case "remaining" -> Integer.toString(context.getRemainingTimeInMillis());
      case "print" -> print();
      case "temporary-folder" -> System.getProperty("java.io.tmpdir");
      case "native-library" -> nativeLibrary();
      default -> event;
    };
  }

  private static String exit() {
    Runtime.getRuntime().halt(7);
    return "";
  }

  private static String hang() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return "";
  }

  private static String print() {
    System.out.println("a line of the function");
    return "";
  }

  private static String nativeLibrary() throws IOException {
    try (var mapped = Files.lines(Path.of("/proc/self/maps"))) {
      return mapped
          .filter(line -> line.contains("aws-lambda-jni"))
          .map(line -> line.substring(line.indexOf('/')))
          .distinct()
          .collect(Collectors.joining("\n"));
    }
  }

  private String classPath() {
    return Arrays.stream(((URLClassLoader) getClass().getClassLoader()).getURLs())
        .map(URL::getPath)
        .collect(Collectors.joining("\n"));
  }
}
