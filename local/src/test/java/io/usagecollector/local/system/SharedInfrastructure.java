package io.usagecollector.local.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One broker and one SQS for all end-to-end tests; each test has a topic and a queue of its own.
 */
final class SharedInfrastructure implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Infrastructure.class;
  }

  @Override
  public Infrastructure resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .computeIfAbsent(Infrastructure.class, _ -> start(), Infrastructure.class);
  }

  private static Infrastructure start() {
    try {
      return Infrastructure.start(Files.createTempDirectory("usage-collector-e2e-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
