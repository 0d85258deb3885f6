package io.usagecollector.local.system;

import io.usagecollector.core.customer.identity.OwnerPrefix;
import io.usagecollector.local.UsageException;
import io.usagecollector.local.billing.Billing;
import io.usagecollector.local.system.SystemSettings.Customers;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The variables of the function: the template's, and those its configuration refers to. */
final class FunctionEnvironment {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)");

  private FunctionEnvironment() {}

  /** Of the user's environment, what the configuration names. */
  static Map<String, String> referenced(Path config, Map<String, String> user) {
    var variables = new HashMap<String, String>();
    REFERENCE
        .matcher(text(config))
        .results()
        .map(match -> match.group(1))
        .filter(user::containsKey)
        .forEach(name -> variables.put(name, user.getOrDefault(name, "")));
    return variables;
  }

  private static String text(Path config) {
    try {
      return Files.readString(config);
    } catch (CharacterCodingException e) {
      throw new UsageException(config + " is not UTF-8 text: a configuration is YAML in UTF-8");
    } catch (IOException e) {
      throw new UsageException("cannot read " + config + ": " + e.getMessage());
    }
  }

  /**
   * What is ensured. A configuration's own key may send events and nothing else, so the key for
   * customers is told apart from it.
   */
  static Map<String, String> ensuring(Customers customers, String apiKey) {
    return switch (customers) {
      case Customers.Provisioned() -> Map.of();
      case Customers.Ensured(OwnerPrefix ownerPrefix) ->
          Map.of(
              "ENSURE",
              "subscription",
              "ENSURE_PLAN",
              Billing.ENSURED_PLAN,
              "PROVISIONING_KEY",
              apiKey,
              "OWNER_PREFIX_MODE",
              ownerPrefix.name().toLowerCase(Locale.ROOT));
    };
  }
}
