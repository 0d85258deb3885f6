package io.usagecollector.testkit.openmeter.contract;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives contract tests the server under test: one for the whole run. */
final class Contract implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ServerUnderTest.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(Contract.class))
        .computeIfAbsent(
            ServerUnderTest.class, key -> ServerUnderTest.start(), ServerUnderTest.class);
  }
}
