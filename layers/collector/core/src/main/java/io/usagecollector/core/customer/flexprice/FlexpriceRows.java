package io.usagecollector.core.customer.flexprice;

import static io.usagecollector.core.customer.provision.Verdict.ABSENT;
import static io.usagecollector.core.customer.provision.Verdict.BILLING_SETUP;
import static io.usagecollector.core.customer.provision.Verdict.CREDENTIALS_REFUSED;
import static io.usagecollector.core.customer.provision.Verdict.EXISTS;
import static io.usagecollector.core.customer.provision.Verdict.GONE;
import static io.usagecollector.core.customer.provision.Verdict.PLAN_NOT_FOUND;
import static io.usagecollector.core.customer.provision.Verdict.TURNED_AWAY;

import io.usagecollector.core.customer.provision.AnswerRow;
import io.usagecollector.core.customer.provision.AnswerRows;
import io.usagecollector.core.customer.provision.Document;
import io.usagecollector.core.customer.provision.Says;
import io.usagecollector.core.customer.provision.Verdict;
import java.util.List;
import java.util.function.Predicate;

/**
 * The words in which Flexprice answers what is asked for customers and subscriptions ({@code
 * internal/ee/service}, {@code internal/errors/dto.go} and {@code internal/rest/middleware}).
 */
final class FlexpriceRows {
  private static final Predicate<Document> NOT_FOUND = Says.text("code", "not_found");
  private static final String KEY = "Flexprice refuses the provisioning key, or cannot look it up";
  private static final String ROLE =
      "the provisioning key may not do this: it must be a user's with the role all_writer, or a"
          + " service account's with super_admin; event_ingestor sends events and creates nothing";
  private static final String ENVIRONMENT =
      "the provisioning key has no access to the environment: set environment_id for a key that is"
          + " not bound to one";

  private static final List<AnswerRow> ROWS =
      List.of(
          said(
              400,
              "The customer must be active to create a subscription",
              GONE,
              "the customer is archived"),
          said(
              400,
              "The plan must be active to create a subscription",
              PLAN_NOT_FOUND,
              "the plan is archived"),
          said(
              400,
              "The entity must have at least one price to create a subscription",
              BILLING_SETUP,
              "the plan has no price of this billing period"),
          said(
              400,
              "No prices match the subscription criteria",
              BILLING_SETUP,
              "the plan has no price of this currency"),
          said(400, "Only draft subscriptions can be activated", EXISTS, ""),
          said(400, "The subscription is already cancelled", EXISTS, ""),
          error(401, "Unauthorized", KEY),
          error(401, "Invalid authorization header format", KEY),
          error(401, "Invalid token", KEY),
          said(403, "insufficient permissions", CREDENTIALS_REFUSED, ROLE),
          said(403, "tenant account is suspended", CREDENTIALS_REFUSED, "the tenant is suspended"),
          said(403, "Invalid or inaccessible environment", CREDENTIALS_REFUSED, ENVIRONMENT),
          said(403, "You don't have access to this environment", CREDENTIALS_REFUSED, ENVIRONMENT),
          new AnswerRow(403, Says.text("code", "permission_denied"), CREDENTIALS_REFUSED, ROLE),
          new AnswerRow(404, NOT_FOUND.and(Says.detail("details", "customer_id")), GONE, ""),
          new AnswerRow(
              404,
              NOT_FOUND.and(Says.detail("details", "plan_id")),
              PLAN_NOT_FOUND,
              "there is no such plan"),
          new AnswerRow(404, NOT_FOUND, ABSENT, ""),
          // Said before any handler runs, so nothing was done.
          said(500, "failed to verify tenant access", TURNED_AWAY, "its tenants are away"),
          said(500, "Failed to resolve environment", TURNED_AWAY, "its environments are away"));

  private FlexpriceRows() {}

  static AnswerRows table() {
    return new AnswerRows(ROWS);
  }

  private static AnswerRow said(int status, String message, Verdict verdict, String why) {
    return new AnswerRow(status, Says.text("message", message), verdict, why);
  }

  private static AnswerRow error(int status, String error, String why) {
    return new AnswerRow(status, Says.text("error", error), CREDENTIALS_REFUSED, why);
  }
}
