package io.usagecollector.aws.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.aws.assembly.EnsureSettings.DefaultPlan;
import io.usagecollector.aws.assembly.EnsureSettings.Wanted;
import io.usagecollector.core.config.variable.Secret;
import io.usagecollector.core.customer.EnsureScope;
import io.usagecollector.core.customer.identity.OwnerPrefix;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnsureSettingsTest {
  private static EnsureSettings settings(Map<String, String> environment) {
    return EnsureSettings.of(new Variables(environment));
  }

  @Test
  void withoutAWordNothingIsEnsured() {
    EnsureSettings settings = settings(Map.of());
    assertThat(settings)
        .isEqualTo(new EnsureSettings(new Wanted.Nothing(), Optional.empty(), OwnerPrefix.LITERAL));
    assertThat(settings.isOff()).isTrue();
    assertThat(settings.scope()).isEmpty();
  }

  @Test
  void aBlankVariableIsNotSet() {
    assertThat(settings(Map.of("ENSURE", " ", "ENSURE_PLAN", "", "PROVISIONING_KEY", " ")))
        .isEqualTo(settings(Map.of()));
  }

  @Test
  void customersNeedNoPlan() {
    assertThat(settings(Map.of("ENSURE", "customer")).scope()).contains(EnsureScope.CUSTOMER);
  }

  @Test
  void subscriptionsAreOfThePlanWithItsOwnCurrencyAndPeriod() {
    EnsureSettings settings = settings(Map.of("ENSURE", "subscription", "ENSURE_PLAN", " pro "));
    assertThat(settings.wanted())
        .isEqualTo(
            new Wanted.Subscriptions(new DefaultPlan("pro", Optional.empty(), Optional.empty())));
    assertThat(settings.scope()).contains(EnsureScope.SUBSCRIPTION);
  }

  @Test
  void currencyAndPeriodCanBeSetInAnyCase() {
    assertThat(
            settings(
                    Map.of(
                        "ENSURE",
                        "subscription",
                        "ENSURE_PLAN",
                        "pro",
                        "ENSURE_CURRENCY",
                        "EUR",
                        "ENSURE_BILLING_PERIOD",
                        "half_yearly"))
                .wanted())
        .isEqualTo(
            new Wanted.Subscriptions(
                new DefaultPlan(
                    "pro", Optional.of("eur"), Optional.of(BillingPeriod.HALF_YEARLY))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ENSURE                | yes    | ENSURE must be off, customer or subscription: what is made sure of before an event is billed
          ENSURE                | Off    | ENSURE must be off, customer or subscription: what is made sure of before an event is billed
          ENSURE                | subscription | ENSURE_PLAN is not set: give the lookup key or the id of the plan of customers that have no subscription, or set ENSURE=customer
          OWNER_PREFIX_MODE     | keep   | OWNER_PREFIX_MODE must be literal or strip: whether owner: before a user's id is part of it
          ENSURE_CURRENCY       | dollar | ENSURE_CURRENCY must be three letters, such as usd, or not set for that of the plan's first price
          ENSURE_BILLING_PERIOD | month  | ENSURE_BILLING_PERIOD must be one of DAILY, WEEKLY, MONTHLY, QUARTERLY, HALF_YEARLY, ANNUAL, ONETIME, or not set for that of the plan's first price
          """)
  void whatCannotBeMeantIsRefusedWithWhatToDo(String name, String value, String sentence) {
    assertThatThrownBy(() -> settings(Map.of(name, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(sentence);
  }

  @Test
  void anOwnerPrefixIsPartOfTheIdOrStripped() {
    assertThat(settings(Map.of("OWNER_PREFIX_MODE", "literal")).ownerPrefix())
        .isEqualTo(OwnerPrefix.LITERAL);
    assertThat(settings(Map.of("OWNER_PREFIX_MODE", "strip")).ownerPrefix())
        .isEqualTo(OwnerPrefix.STRIP);
  }

  @Test
  void theProvisioningKeyIsAVariableOrASecretThatOneNames() {
    assertThat(key(Map.of("PROVISIONING_KEY", " k ")).reveal(arn -> "of " + arn)).isEqualTo("k");
    assertThat(key(Map.of("PROVISIONING_KEY_SECRET_ARN", "arn")).reveal(arn -> "of " + arn))
        .isEqualTo("of arn");
  }

  private static Secret key(Map<String, String> environment) {
    return settings(environment).provisioningKey().orElseThrow();
  }

  @Test
  void printedSettingsTellNoKey() {
    assertThat(settings(Map.of("PROVISIONING_KEY", "sk-1")).toString()).doesNotContain("sk-1");
  }
}
