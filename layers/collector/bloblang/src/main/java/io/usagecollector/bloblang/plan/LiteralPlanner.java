package io.usagecollector.bloblang.plan;

import io.usagecollector.bloblang.run.Constant;
import io.usagecollector.bloblang.run.Node;
import io.usagecollector.bloblang.run.coerce.GoType;
import io.usagecollector.bloblang.run.node.Literals;
import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.value.ListArr;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Plans arrays and objects that stand in the text: constants where all that is in them is one. */
record LiteralPlanner(Function<Expr, Node> planner, Broken broken) {
  Node array(Expr.ArrayOf e) {
    List<Node> nodes = new ArrayList<>();
    boolean constant = true;
    for (Expr element : e.elements()) {
      Node node = planner.apply(element);
      if (node instanceof Constant c && c.value().isAbsent()) {
        continue;
      }
      nodes.add(node);
      constant &= node instanceof Constant;
    }
    if (!constant) {
      return new Literals.ArrayOf(nodes.toArray(Node[]::new));
    }
    if (nodes.isEmpty()) {
      return new Constant(ListArr.NIL);
    }
    ListArr list = ListArr.withCapacity(nodes.size());
    nodes.forEach(node -> list.add(((Constant) node).value()));
    return new Constant(list);
  }

  Node object(Expr.ObjectOf e) {
    List<Literals.Member> members = new ArrayList<>();
    boolean constant = true;
    for (Expr.Member member : e.members()) {
      Node key = planner.apply(member.key());
      if (key instanceof Constant c && !(c.value() instanceof Str)) {
        return broken.noted(
            member.key().at(), "object keys must be strings, received: " + GoType.of(c.value()));
      }
      Node value = planner.apply(member.value());
      members.add(new Literals.Member(key, value));
      constant &= key instanceof Constant && value instanceof Constant;
    }
    return constant
        ? constantObject(members)
        : new Literals.ObjectOf(members.toArray(Literals.Member[]::new));
  }

  private static Node constantObject(List<Literals.Member> members) {
    MapObj map = new MapObj(null, members.size());
    for (Literals.Member member : members) {
      Value value = ((Constant) member.value()).value();
      if (!value.isAbsent()) {
        map.put((Str) ((Constant) member.key()).value(), value);
      }
    }
    return new Constant(map);
  }
}
