package io.usagecollector.cli.letters;

import io.usagecollector.cli.letters.redrive.Condition;
import io.usagecollector.cli.letters.redrive.Selection;
import io.usagecollector.cli.terminal.UnusableInputException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Which letters: all that are given must hold. */
final class SelectionOptions {
  @CommandLine.Option(
      names = "--where",
      paramLabel = "FIELD=VALUE",
      description =
          "Only letters of this reason, event (its name), topic, or key (its beginning). May be"
              + " repeated.")
  private List<String> where = new ArrayList<>();

  @CommandLine.Option(
      names = "--customer",
      paramLabel = "ID",
      description = "Only letters whose event is billed to this external customer id.")
  private @Nullable String customer;

  @CommandLine.Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Only letters written since: 2026-01-31 (UTC) or 2026-01-31T12:00:00Z.")
  private @Nullable String since;

  Selection selection() {
    if (customer != null && customer.isBlank()) {
      throw new UnusableInputException("--customer is blank, and no event is billed to nobody");
    }
    return new Selection(
        where.stream().map(SelectionOptions::condition).toList(),
        Optional.ofNullable(customer),
        Optional.ofNullable(since).map(SelectionOptions::time));
  }

  private static Condition condition(String text) {
    int equals = text.indexOf('=');
    if (equals < 1 || equals == text.length() - 1) {
      throw new UnusableInputException(
          "--where is written FIELD=VALUE, such as reason=INVALID_EVENT, and not " + text);
    }
    try {
      return Condition.parse(text.substring(0, equals), text.substring(equals + 1));
    } catch (IllegalArgumentException e) {
      throw new UnusableInputException("--where: " + e.getMessage());
    }
  }

  private static Instant time(String text) {
    try {
      return text.contains("T")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      throw new UnusableInputException(
          "--since: " + text + " is neither a day (2026-01-31) nor a time (2026-01-31T12:00:00Z)");
    }
  }
}
