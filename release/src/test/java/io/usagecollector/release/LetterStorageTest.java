package io.usagecollector.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where letters lie, and for how long, as {@code template.yaml} has it. */
class LetterStorageTest {
  private static final int DAY = 24 * 3600;

  private final Template template = Template.read(Checkout.ROOT.resolve("template.yaml"));
  private final Map<String, Object> bucket = template.resource("LetterBucket");

  private static int number(Map<String, Object> properties, String name) {
    return Integer.parseInt(Template.text(properties, name));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> all(Object list) {
    return (List<Map<String, Object>>) list;
  }

  /** What a function's role may do in S3. */
  private Stream<Map<String, Object>> inS3(String function) {
    return all(template.resource(function).get("Policies")).stream()
        .flatMap(policy -> all(policy.get("Statement")).stream())
        .filter(statement -> statement.get("Action").toString().contains("s3:"));
  }

  @Test
  void nobodyElseReadsTheBucketAndItOutlivesTheStack() {
    assertThat(Template.in(bucket, "PublicAccessBlockConfiguration"))
        .hasSize(4)
        .allSatisfy((name, value) -> assertThat(value).as(name).isEqualTo("true"));
    assertThat(Template.in(bucket, "OwnershipControls"))
        .isEqualTo(Map.of("Rules", List.of(Map.of("ObjectOwnership", "BucketOwnerEnforced"))));
    assertThat(Template.in(bucket, "BucketEncryption").toString()).contains("SSEAlgorithm=AES256");
    assertThat(template.whole("LetterBucket"))
        .containsEntry("DeletionPolicy", "Retain")
        .containsEntry("UpdateReplacePolicy", "Retain");
  }

  @Test
  void theBucketIsReachedOverTlsAlone() {
    assertThat(
            all(
                Template.in(template.resource("LetterBucketPolicy"), "PolicyDocument")
                    .get("Statement")))
        .singleElement()
        .satisfies(statement -> {
          assertThat(statement)
              .containsEntry("Effect", "Deny")
              .containsEntry("Principal", "*")
              .containsEntry("Action", "s3:*")
              .containsEntry(
                  "Resource",
                  List.of(
                      Map.of("!GetAtt", "LetterBucket.Arn"),
                      Map.of("!Sub", "${LetterBucket.Arn}/*")))
              .containsEntry("Condition", Map.of("Bool", Map.of("aws:SecureTransport", "false")));
        });
  }

  /** Through every queue one after the other, to the last day in each, and a week more. */
  @Test
  void anObjectOutlivesEveryMessageThatMayClaimIt() {
    int longest =
        template.resources("AWS::SQS::Queue").values().stream()
            .mapToInt(queue -> number(queue, "MessageRetentionPeriod"))
            .sum();
    assertThat(all(Template.in(bucket, "LifecycleConfiguration").get("Rules")))
        .singleElement()
        .satisfies(rule -> {
          assertThat(rule).containsEntry("Status", "Enabled").containsEntry("Prefix", "letters/");
          assertThat(number(rule, "ExpirationInDays") * DAY)
              .isGreaterThanOrEqualTo(longest + 7 * DAY);
        });
  }

  @Test
  void forwardPutsLettersIntoThisBucketAndDoesNothingElseInS3() {
    assertThat(
            Template.in(template.resource("ForwardFunction"), "Environment", "Variables")
                .get("LETTER_BUCKET"))
        .isEqualTo(Map.of("!Ref", "LetterBucket"));
    assertThat(inS3("ForwardFunction"))
        .singleElement()
        .satisfies(statement ->
            assertThat(statement)
                .containsEntry("Effect", "Allow")
                .containsEntry("Action", "s3:PutObject")
                .containsEntry("Resource", Map.of("!Sub", "${LetterBucket.Arn}/letters/*"))
                .containsEntry(
                    "Condition",
                    Map.of(
                        "StringEquals",
                        Map.of("s3:ResourceAccount", Map.of("!Ref", "AWS::AccountId")))));
  }

  /** Who may not list a bucket is told 403 of what is not there, as of what it may not read. */
  @Test
  void redeliverReadsLettersAsWellAndIsToldWhichAreGone() {
    Map<String, Object> ofThisAccount =
        Map.of("StringEquals", Map.of("s3:ResourceAccount", Map.of("!Ref", "AWS::AccountId")));
    assertThat(inS3("RedeliverFunction"))
        .allSatisfy(statement -> assertThat(statement).containsEntry("Condition", ofThisAccount))
        .map(statement -> Map.of("of", statement.get("Resource"), "may", statement.get("Action")))
        .containsExactlyInAnyOrder(
            Map.of(
                "of",
                Map.of("!Sub", "${LetterBucket.Arn}/letters/*"),
                "may",
                List.of("s3:PutObject", "s3:GetObject")),
            Map.of("of", Map.of("!GetAtt", "LetterBucket.Arn"), "may", "s3:ListBucket"));
    assertThat(
            Template.in(template.resource("RedeliverFunction"), "Environment", "Variables")
                .get("LETTER_BUCKET"))
        .isEqualTo(Map.of("!Ref", "LetterBucket"));
  }

  /** What nobody fetched is in no queue any more: no rule may delete it. */
  @Test
  void nothingEverDeletesWhatWasArchived() {
    assertThat(all(Template.in(bucket, "LifecycleConfiguration").get("Rules")))
        .allSatisfy(rule ->
            assertThat(String.valueOf(rule.get("Prefix")))
                .doesNotStartWith("archive")
                .isNotEmpty()
                .isNotEqualTo("null"));
    assertThat(bucket).doesNotContainKey("VersioningConfiguration");
  }

  @Test
  void theArchiveIsMadeAsOftenAsALetterMayWaitAndNotAtAllForZero() {
    assertThat(template.whole("ArchiveFunction")).containsEntry("Condition", "ArchivesDeadLetters");
    Map<String, Object> function = template.resource("ArchiveFunction");
    assertThat(Template.in(function, "Environment", "Variables"))
        .containsEntry("DEAD_LETTER_QUEUE_URL", Map.of("!Ref", "DeadLetterQueue"))
        .containsEntry("LETTER_BUCKET", Map.of("!Ref", "LetterBucket"))
        .containsEntry("ARCHIVE_AFTER_DAYS", Map.of("!Ref", "ArchiveAfterDays"));
    assertThat(Template.in(function, "Events", "Schedule", "Properties").get("Schedule"))
        .isEqualTo(Map.of("!Sub", "rate(${ArchiveAfterDays} days)"));
    assertThat(Template.in(function, "EventInvokeConfig"))
        .containsEntry("MaximumRetryAttempts", "0");
    assertThat(template.parameter("ArchiveAfterDays").get("AllowedValues"))
        .isEqualTo(List.of("0", "2", "3", "4"));
  }

  /** It is archived by the second run that it meets; one run may fail, and the next is in time. */
  @Test
  void aRunMayFailBeforeALetterIsLost() {
    int kept = number(template.resource("DeadLetterQueue"), "MessageRetentionPeriod") / DAY;
    int longest =
        ((List<?>) template.parameter("ArchiveAfterDays").get("AllowedValues"))
            .stream().mapToInt(days -> Integer.parseInt(String.valueOf(days))).max().orElseThrow();
    assertThat(3 * longest).isLessThan(kept);
  }

  @Test
  void theArchiveMayDoNothingElseInTheBucket() {
    assertThat(inS3("ArchiveFunction"))
        .map(statement -> Map.of("of", statement.get("Resource"), "may", statement.get("Action")))
        .containsExactlyInAnyOrder(
            Map.of("of", Map.of("!Sub", "${LetterBucket.Arn}/archive/*"), "may", "s3:PutObject"),
            Map.of("of", Map.of("!Sub", "${LetterBucket.Arn}/letters/*"), "may", "s3:GetObject"),
            Map.of("of", Map.of("!GetAtt", "LetterBucket.Arn"), "may", "s3:ListBucket"));
    assertThat(inS3("ArchiveFunction"))
        .allSatisfy(statement ->
            assertThat(statement)
                .containsEntry(
                    "Condition",
                    Map.of(
                        "StringEquals",
                        Map.of("s3:ResourceAccount", Map.of("!Ref", "AWS::AccountId")))));
  }

  @Test
  void somebodyIsToldWhileADeadLetterHasFourDaysLeft() {
    Map<String, Object> alarm = template.resource("DeadLettersExpiring");
    int kept = number(template.resource("DeadLetterQueue"), "MessageRetentionPeriod");
    assertThat(alarm)
        .containsEntry("Namespace", "AWS/SQS")
        .containsEntry("MetricName", "ApproximateAgeOfOldestMessage")
        .containsEntry("Statistic", "Maximum")
        .containsEntry("ComparisonOperator", "GreaterThanOrEqualToThreshold")
        .containsEntry(
            "Dimensions",
            List.of(
                Map.of(
                    "Name", "QueueName", "Value", Map.of("!GetAtt", "DeadLetterQueue.QueueName"))))
        .containsKey("AlarmActions");
    assertThat(number(alarm, "Threshold")).isEqualTo(kept - 4 * DAY);
  }
}
