package io.usagecollector.ensure.api;

import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.identity.Identity;
import io.usagecollector.ensure.answer.Answers;
import io.usagecollector.ensure.answer.FaultAnswer;
import io.usagecollector.ensure.answer.FunctionFault;
import io.usagecollector.ensure.request.RequestFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Every fault that is told, out of the tables of those who tell it. */
final class FaultTable {
  /**
   * One of them.
   *
   * @param ofEnsure whether it is an answer of {@code /ensure}
   */
  record Row(int status, String code, String sentence, boolean ofEnsure) {
    String schema() {
      return "fault_" + code;
    }

    private Map<String, Object> body() {
      return Tree.object(
          Tree.of("error", Tree.of("const", code), "message", Tree.of("const", sentence)));
    }
  }

  private FaultTable() {}

  static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (RequestFault fault : RequestFault.values()) {
      boolean ofEnsure =
          fault != RequestFault.NOT_FOUND && fault != RequestFault.METHOD_NOT_ALLOWED;
      rows.add(new Row(fault.status(), fault.code(), fault.sentence(), ofEnsure));
    }
    for (Identity.Why why : Identity.Why.values()) {
      rows.add(new Row(Answers.BAD_IDENTITY, why.code(), why.sentence(), true));
    }
    for (EnsureFault.Kind kind : EnsureFault.Kind.values()) {
      FaultAnswer told = FaultAnswer.of(kind);
      rows.add(new Row(told.status(), kind.code(), told.sentence(), true));
    }
    rows.add(of(FunctionFault.NOT_CONFIGURED));
    rows.add(of(FunctionFault.UNEXPECTED));
    return rows;
  }

  static Row of(FunctionFault fault) {
    return new Row(FunctionFault.STATUS, fault.code(), fault.sentence(), true);
  }

  /** The bodies of some, word for word. */
  static Map<String, Object> body(List<Row> rows) {
    List<Map<String, Object>> bodies = rows.stream().map(row -> Tree.schema(row.schema())).toList();
    return bodies.size() == 1 ? bodies.getFirst() : Tree.of("oneOf", bodies);
  }

  /** A schema for each. */
  static Map<String, Object> schemas() {
    Map<String, Object> schemas = Tree.of();
    rows().forEach(row -> schemas.put(row.schema(), row.body()));
    return schemas;
  }
}
