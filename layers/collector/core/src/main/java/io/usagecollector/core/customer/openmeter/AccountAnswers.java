package io.usagecollector.core.customer.openmeter;

import io.usagecollector.core.customer.provision.AnswerRow;
import io.usagecollector.core.customer.provision.AnswerRows;
import io.usagecollector.core.customer.provision.Document;
import io.usagecollector.core.customer.provision.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The words in which OpenMeter and Konnect answer for customers, plans and subscriptions. Sentences
 * are never read: they change, and a conflict is settled by looking again.
 */
final class AccountAnswers {
  private static final Set<String> SINGLE_SUBSCRIPTION =
      Set.of(
          "only_single_subscription_allowed_per_customer_at_a_time",
          "only_single_subscription_item_allowed_at_a_time");

  private static final List<AnswerRow> EVERYWHERE =
      List.of(
          // Whoever writes it speaks of the token; 403 may be a firewall's word on one customer.
          row(401, Verdict.CREDENTIALS_REFUSED, "the token is not taken"),
          new AnswerRow(
              403,
              AccountAnswers::isProblem,
              Verdict.CREDENTIALS_REFUSED,
              "the token's roles do not allow this"));

  /** Of customers and plans, and of lists over all customers. */
  static final AnswerRows OF_ALL = new AnswerRows(EVERYWHERE);

  /** Of what is asked for below one customer. */
  static final AnswerRows OF_ONE_CUSTOMER =
      with(List.of(row(404, Verdict.GONE, "there is no such customer")));

  /** Of creating a subscription. */
  static final AnswerRows OF_SUBSCRIBING =
      with(
          List.of(
              row(404, Verdict.GONE, "there is no such customer or plan"),
              new AnswerRow(
                  409, AccountAnswers::saysSingle, Verdict.EXISTS, "it has a subscription"),
              row(409, Verdict.BILLING_SETUP, "the plan cannot be billed as it is set up")));

  private AccountAnswers() {}

  private static AnswerRows with(List<AnswerRow> own) {
    List<AnswerRow> rows = new ArrayList<>(EVERYWHERE);
    rows.addAll(own);
    return new AnswerRows(rows);
  }

  private static AnswerRow row(int status, Verdict verdict, String why) {
    return new AnswerRow(status, _ -> true, verdict, why);
  }

  /** A problem document says its status again, or who wrote it. */
  private static boolean isProblem(Document body) {
    return body.text("status").filter("403"::equals).isPresent()
        || body.text("type").isPresent()
        || body.text("title").isPresent();
  }

  private static boolean saysSingle(Document body) {
    return body.object("extensions").objects("validationErrors").stream()
        .flatMap(issue -> issue.text("code").stream())
        .anyMatch(SINGLE_SUBSCRIPTION::contains);
  }
}
