package io.usagecollector.testkit.openmeter.routes.v3;

import io.usagecollector.testkit.http.Call;
import io.usagecollector.testkit.openmeter.problem.InvalidParameter;
import io.usagecollector.testkit.openmeter.problem.Problem;
import io.usagecollector.testkit.openmeter.problem.Refused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code filter[field][operator]=value}. Other parameters are nobody's business. */
final class Filters {
  private static final Pattern NAME = Pattern.compile("filter\\[([^\\]]+)\\](?:\\[([a-z]+)\\])?");
  private static final int MOST_BYTES = 1024;
  private static final int MOST_ITEMS = 50;

  private final Map<String, List<String>> query;

  private Filters(Map<String, List<String>> query) {
    this.query = query;
  }

  /**
   * @param fields the only ones that may be filtered by
   */
  static Filters of(Call call, Set<String> fields) {
    for (Map.Entry<String, List<String>> parameter : call.query().entrySet()) {
      Matcher name = NAME.matcher(parameter.getKey());
      if (!parameter.getKey().startsWith("filter[")) {
        continue;
      }
      if (!name.matches() || !fields.contains(name.group(1))) {
        throw refused("unknown filter field(s): " + parameter.getKey());
      }
      List<String> values = parameter.getValue();
      if (values.size() > 1) {
        throw refused("repeated query parameter not allowed");
      }
      if (values.getFirst().getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
        throw refused("value too long (max %d bytes)".formatted(MOST_BYTES));
      }
    }
    return new Filters(call.query());
  }

  /** Whether a field that has these values passes all that is asked of it. */
  boolean pass(String field, List<String> values) {
    return query.entrySet().stream()
        .allMatch(parameter -> {
          Matcher name = NAME.matcher(parameter.getKey());
          return !name.matches()
              || !name.group(1).equals(field)
              || passes(name.group(2), parameter.getValue().getFirst(), values);
        });
  }

  boolean pass(String field, String value) {
    return pass(field, List.of(value));
  }

  /** An id is filtered by ULIDs only. */
  boolean passId(String field, String value) {
    query.forEach((parameter, values) -> {
      Matcher name = NAME.matcher(parameter);
      if (name.matches()
          && name.group(1).equals(field)
          && !Stream.of(values.getFirst().split(",", -1))
              .allMatch(Pattern.compile(V3Routes.ULID).asMatchPredicate())) {
        throw refused("invalid ULID");
      }
    });
    return pass(field, value);
  }

  private static boolean passes(String operator, String wanted, List<String> values) {
    return switch (operator == null ? "eq" : operator) {
      case "eq" -> values.contains(wanted);
      case "neq" -> !values.contains(wanted);
      case "oeq" -> values.stream().anyMatch(items(wanted)::contains);
      case "contains" -> values.stream().anyMatch(containing(wanted));
      case "ocontains" ->
          items(wanted).stream().anyMatch(item -> values.stream().anyMatch(containing(item)));
      case "exists" -> !values.isEmpty();
      case "nexists" -> values.isEmpty();
      default -> throw refused("unsupported operator");
    };
  }

  private static Predicate<String> containing(String part) {
    String folded = part.toLowerCase(Locale.ROOT);
    return value -> value.toLowerCase(Locale.ROOT).contains(folded);
  }

  private static List<String> items(String list) {
    List<String> items = List.of(list.split(",", -1));
    if (items.size() > MOST_ITEMS) {
      throw refused("too many comma-separated items (max %d)".formatted(MOST_ITEMS));
    }
    return items;
  }

  private static Refused refused(String reason) {
    return new Refused(Problem.badRequest(InvalidParameter.query("filter", reason)));
  }
}
