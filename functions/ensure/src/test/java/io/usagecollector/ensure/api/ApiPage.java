package io.usagecollector.ensure.api;

import io.usagecollector.ensure.answer.FunctionFault;
import io.usagecollector.ensure.api.FaultTable.Row;
import io.usagecollector.ensure.http.Route;
import io.usagecollector.ensure.request.RequestFault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** The API's document, out of the tables that the function answers by. */
final class ApiPage {
  private static final String HEAD =
      """
      # Printed from the code's own tables (functions/ensure): a test fails where this file and the code differ, and another
      # holds every answer of the tests against it.
      """;

  private static final String DESCRIPTION =
      "Makes sure that a billing customer exists, with one running subscription, before their first"
          + " event is billed. The same call again, by whomever and however often at once, changes"
          + " nothing. A path that is not listed answers 404, a method that is not listed 405"
          + " (components.responses).";

  private ApiPage() {}

  static String print() {
    var settings =
        DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setWidth(120)
            .setDereferenceAliases(true)
            .build();
    return HEAD + new Dump(settings).dumpToString(document());
  }

  private static Map<String, Object> document() {
    return Tree.of(
        "openapi",
        "3.1.0",
        "info",
        Tree.of("title", "Usage Collector: ensure", "version", "1", "description", DESCRIPTION),
        "security",
        List.of(Tree.of("sigv4", List.of())),
        "paths",
        paths(),
        "components",
        Tree.of(
            "securitySchemes",
            Tree.of("sigv4", signed()),
            "responses",
            unlisted(),
            "schemas",
            schemas()));
  }

  private static Map<String, Object> signed() {
    return Tree.of(
        "type",
        "apiKey",
        "name",
        "Authorization",
        "in",
        "header",
        "x-amazon-apigateway-authtype",
        "awsSigv4");
  }

  private static Map<String, Object> paths() {
    Map<String, Object> paths = new LinkedHashMap<>();
    for (Route route : Route.values()) {
      Map<String, Object> operation =
          switch (route) {
            case ENSURE -> ensure();
            case HEALTH -> health();
            case READY -> ready();
          };
      paths.put(route.path(), Tree.of(route.method().toLowerCase(Locale.ROOT), operation));
    }
    return paths;
  }

  private static Map<String, Object> ensure() {
    Map<String, Object> responses = new LinkedHashMap<>();
    responses.put("200", Responses.json("The customer is there", Tree.schema("Ensured")));
    byStatus()
        .forEach((status, rows) -> {
          Map<String, Object> response = Responses.json(meaning(status), FaultTable.body(rows));
          boolean late = status == 409 || status >= 424;
          responses.put(
              Integer.toString(status), late ? Responses.retrying(status, response) : response);
        });
    return Tree.of(
        "operationId",
        "ensure",
        "summary",
        "Ensures a customer and its default subscription",
        "requestBody",
        Tree.of(
            "required",
            true,
            "description",
            "At most " + RequestFault.MOST_BYTES + " bytes",
            "content",
            Tree.of("application/json", Tree.of("schema", Tree.schema("EnsureRequest")))),
        "responses",
        responses);
  }

  private static SortedMap<Integer, List<Row>> byStatus() {
    return FaultTable.rows().stream()
        .filter(Row::ofEnsure)
        .collect(Collectors.groupingBy(Row::status, TreeMap::new, Collectors.toList()));
  }

  private static String meaning(int status) {
    return switch (status) {
      case 400 -> "The body names nobody, or nobody that can be billed";
      case 409 -> "Another customer has the key";
      case 413 -> "The body is too large";
      case 424 -> "Somebody must change a plan, a setting or the customer first";
      case 502 -> "The billing service does not let this collector work";
      case 503 -> "Not now";
      default -> throw new IllegalStateException("say what " + status + " means");
    };
  }

  private static Map<String, Object> health() {
    Map<String, Object> ok = Tree.of("schema", Tree.of("const", "ok"));
    return Tree.of(
        "operationId",
        "health",
        "summary",
        "Whether the function runs; asks nobody",
        "responses",
        Tree.of("200", Tree.of("description", "It runs", "content", Tree.of("text/plain", ok))));
  }

  private static Map<String, Object> ready() {
    Map<String, Object> away =
        Tree.of(
            "oneOf",
            List.of(
                Tree.schema("NotReady"),
                Tree.schema(FaultTable.of(FunctionFault.NOT_CONFIGURED).schema()),
                Tree.schema(FaultTable.of(FunctionFault.UNEXPECTED).schema())));
    return Tree.of(
        "operationId",
        "ready",
        "summary",
        "Whether the state table and the billing service answer",
        "responses",
        Tree.of(
            "200",
            Responses.json("Both answer", Tree.schema("Ready")),
            "503",
            Responses.retrying(503, Responses.json("One does not answer", away))));
  }

  /** What is answered where no path, or no method of it, is described. */
  private static Map<String, Object> unlisted() {
    Map<String, Object> allow =
        Responses.header("What the path is called with", true, Tree.of("type", "string"));
    return Tree.of(
        "NotFound",
        Responses.json("There is nothing at this path", body(RequestFault.NOT_FOUND)),
        "MethodNotAllowed",
        Responses.with(
            Responses.json("The path has other methods", body(RequestFault.METHOD_NOT_ALLOWED)),
            "Allow",
            allow));
  }

  private static Map<String, Object> body(RequestFault fault) {
    return FaultTable.body(
        FaultTable.rows().stream().filter(row -> row.code().equals(fault.code())).toList());
  }

  private static Map<String, Object> schemas() {
    Map<String, Object> schemas =
        Tree.of(
            "EnsureRequest",
            Bodies.request(),
            "Ensured",
            Bodies.ensured(),
            "Ready",
            Bodies.ready(),
            "NotReady",
            Bodies.notReady());
    schemas.putAll(FaultTable.schemas());
    return schemas;
  }
}
