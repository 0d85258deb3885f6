package io.usagecollector.aws.assembly;

import io.usagecollector.core.config.variable.Secret;
import io.usagecollector.core.config.yaml.WrittenText;
import io.usagecollector.core.customer.EnsureScope;
import io.usagecollector.core.customer.identity.OwnerPrefix;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the environment tells of ensuring customers.
 *
 * @param wanted {@code ENSURE}: {@code off}, {@code customer} or {@code subscription}
 * @param provisioningKey {@code PROVISIONING_KEY}, or {@code PROVISIONING_KEY_SECRET_ARN} naming a
 *     secret: the key for customers and subscriptions, where it is not the one that events are sent
 *     with
 * @param ownerPrefix {@code OWNER_PREFIX_MODE}: {@code literal} or {@code strip}
 */
public record EnsureSettings(
    Wanted wanted, Optional<Secret> provisioningKey, OwnerPrefix ownerPrefix) {
  private static final String ENSURE = "ENSURE";
  private static final String PLAN = "ENSURE_PLAN";
  private static final String KEY = "PROVISIONING_KEY";

  /** What is ensured. */
  public sealed interface Wanted {
    /** Nothing: customers are there, or are made by others. */
    record Nothing() implements Wanted {}

    /** That the customer is there. */
    record Customers() implements Wanted {}

    /** That the customer is there, and has a subscription: of this plan, if there is none. */
    record Subscriptions(DefaultPlan plan) implements Wanted {}
  }

  /**
   * The plan of a customer that has no subscription.
   *
   * @param key {@code ENSURE_PLAN}: its lookup key, or its id
   * @param currency {@code ENSURE_CURRENCY}: of three small letters; the plan's own if it is not
   *     set
   * @param billingPeriod {@code ENSURE_BILLING_PERIOD}: the plan's own if it is not set
   */
  public record DefaultPlan(
      String key, Optional<String> currency, Optional<BillingPeriod> billingPeriod) {}

  /** Nothing is ensured. */
  public boolean isOff() {
    return scope().isEmpty();
  }

  /** How far customers are ensured; nothing if they are not. */
  public Optional<EnsureScope> scope() {
    return switch (wanted) {
      case Wanted.Nothing _ -> Optional.empty();
      case Wanted.Customers _ -> Optional.of(EnsureScope.CUSTOMER);
      case Wanted.Subscriptions _ -> Optional.of(EnsureScope.SUBSCRIPTION);
    };
  }

  /**
   * Reads them. What is set for a mode that is not on is checked all the same.
   *
   * @throws IllegalArgumentException for one that is missing or cannot be meant
   */
  public static EnsureSettings of(Variables environment) {
    Optional<String> currency = environment.text("ENSURE_CURRENCY").map(EnsureSettings::currency);
    Optional<BillingPeriod> period =
        environment.text("ENSURE_BILLING_PERIOD").map(BillingPeriod::parse);
    Wanted wanted =
        switch (environment.text(ENSURE).orElse("off")) {
          case "off" -> new Wanted.Nothing();
          case "customer" -> new Wanted.Customers();
          case "subscription" ->
              new Wanted.Subscriptions(new DefaultPlan(plan(environment), currency, period));
          default ->
              throw new IllegalArgumentException(
                  ENSURE
                      + " must be off, customer or subscription: what is made sure of before an"
                      + " event is billed");
        };
    return new EnsureSettings(wanted, provisioningKey(environment), ownerPrefix(environment));
  }

  private static OwnerPrefix ownerPrefix(Variables environment) {
    return switch (environment.text("OWNER_PREFIX_MODE").orElse("literal")) {
      case "literal" -> OwnerPrefix.LITERAL;
      case "strip" -> OwnerPrefix.STRIP;
      default ->
          throw new IllegalArgumentException(
              "OWNER_PREFIX_MODE must be literal or strip: whether owner: before a user's id is"
                  + " part of it");
    };
  }

  private static String plan(Variables environment) {
    return environment.required(
        PLAN,
        "give the lookup key or the id of the plan of customers that have no subscription, or set"
            + " ENSURE=customer");
  }

  private static String currency(String text) {
    if (!text.matches("[A-Za-z]{3}")) {
      throw new IllegalArgumentException(
          "ENSURE_CURRENCY must be three letters, such as usd, or not set for that of the plan's"
              + " first price");
    }
    return text.toLowerCase(Locale.ROOT);
  }

  /** Written as a configuration writes its own: a variable, or a secret that one names. */
  private static Optional<Secret> provisioningKey(Variables environment) {
    var written =
        new Secret(
            new WrittenText(List.of(new WrittenText.Reference("${" + KEY + "}", KEY, null))),
            name -> environment.text(name).orElse(null));
    return written.unanswered() == null ? Optional.of(written) : Optional.empty();
  }
}
