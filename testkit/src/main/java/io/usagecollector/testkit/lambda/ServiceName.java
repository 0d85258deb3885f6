package io.usagecollector.testkit.lambda;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name by which alarms tell one function's metrics from another's. */
public final class ServiceName {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ServiceName() {}

  /** What a function does. */
  public interface Work {
    void run() throws Exception;
  }

  /**
   * What the template calls the function with this handler.
   *
   * @throws IllegalArgumentException if it has none
   */
  public static String inTemplate(Path template, Class<?> handler) throws IOException {
    Matcher function =
        Pattern.compile(
                "Handler: " + Pattern.quote(handler.getName()) + "::.*?SERVICE_NAME: (\\S+)",
                Pattern.DOTALL)
            .matcher(Files.readString(template));
    if (!function.find()) {
      throw new IllegalArgumentException(template + " has no function of " + handler.getName());
    }
    return function.group(1);
  }

  /** The names in the metrics that are printed meanwhile, which Lambda hands to CloudWatch. */
  public static Set<String> printedBy(Work work) throws Exception {
    PrintStream before = System.out;
    var bytes = new ByteArrayOutputStream();
    try (var out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      System.setOut(out);
      work.run();
    } finally {
      System.setOut(before);
    }
    var names = new TreeSet<String>();
    for (String line : bytes.toString(StandardCharsets.UTF_8).lines().toList()) {
      if (line.contains("\"_aws\"")) {
        names.add(JSON.readTree(line).path("Service").asText());
      }
    }
    return names;
  }
}
