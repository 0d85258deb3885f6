package io.usagecollector.bloblang.library.methods;

import io.usagecollector.bloblang.extension.MethodSpec;
import io.usagecollector.bloblang.extension.Param;
import io.usagecollector.bloblang.extension.Table;
import io.usagecollector.bloblang.run.Apply;
import io.usagecollector.bloblang.run.Branches;
import io.usagecollector.bloblang.run.Reads;
import io.usagecollector.bloblang.run.Setting;
import io.usagecollector.bloblang.run.node.Looking;
import io.usagecollector.bloblang.run.node.Rescue;
import io.usagecollector.bloblang.run.root.Path;
import java.util.List;

/** Methods that decide themselves how their target is evaluated. */
public final class GeneralMethods implements Table<MethodSpec> {
  private static final String GENERAL = "General";

  @Override
  public List<String> names() {
    return List.of(
        "apply", "catch", "or", "from", "from_all", "map", "not", "bloblang", "set", "get");
  }

  @Override
  public MethodSpec row(String name) {
    return switch (name) {
      case "apply" ->
          MethodSpec.of(
                  name,
                  GENERAL,
                  "Applies a map, declared with `map name { }` or imported, to the target.")
              .param(Param.string("mapping", "The name of the map."))
              .example(
                  "map inner {\n  root.name = this.first\n}\nroot.a = this.doc.apply(\"inner\")",
                  "{\"doc\":{\"first\":\"Ada\"}}",
                  "{\"a\":{\"name\":\"Ada\"}}")
              .node((target, args) -> new Apply(target, args.text(0)));
      case "catch" ->
          MethodSpec.of(
                  name,
                  GENERAL,
                  "If the target fails, the fallback instead; in it, `this` is the error's text.")
              .param(Param.query("fallback", "A value, or a query to evaluate."))
              .example("root.n = this.n.number().catch(0)", "{\"n\":\"many\"}", "{\"n\":0}")
              .node((target, args) -> new Rescue.Catch(target, args.branch(0)));
      case "or" ->
          MethodSpec.of(name, GENERAL, "If the target fails or is null, the fallback instead.")
              .param(Param.query("fallback", "A value, or a query to evaluate."))
              .example("root.plan = this.plan.or(\"free\")", "{}", "{\"plan\":\"free\"}")
              .node((target, args) -> new Rescue.Or(target, args.branch(0)));
      case "from" ->
          MethodSpec.of(
                  name, GENERAL, "Evaluates the target as seen from another message of the batch.")
              .param(Param.integer("index", "The message; a negative index counts from the end."))
              .example("root.first = json(\"id\").from(0)", "{\"id\":7}", "{\"first\":7}")
              .node((target, args) -> new Looking.From(target, args.integer(0)));
      case "from_all" ->
          MethodSpec.of(
                  name,
                  GENERAL,
                  "Evaluates the target as seen from every message of the batch: an array of the results.")
              .example("root.ids = json(\"id\").from_all()", "{\"id\":7}", "{\"ids\":[7]}")
              .node((target, args) -> new Looking.FromAll(target));
      case "map" ->
          MethodSpec.of(
                  name,
                  GENERAL,
                  "Evaluates a query with `this` being the target, as `target.(query)` does.")
              .param(Param.query("query", "The query to evaluate."))
              .example("root.n = this.doc.map(this.n + 1)", "{\"doc\":{\"n\":1}}", "{\"n\":2}")
              .node((target, args) -> new Branches.MapTo(target, args.branch(0)));
      case "not" ->
          MethodSpec.of(name, GENERAL, "The negation of a bool, as `!target`.")
              .example("root.off = this.on.not()", "{\"on\":true}", "{\"off\":false}")
              .node((target, args) -> new Branches.Not(target));
      case "bloblang" ->
          MethodSpec.of(
                  name,
                  "Parsing",
                  "What a mapping makes of the target; it sees neither messages nor the host.")
              .param(Param.string("mapping", "The mapping."))
              .example("root = this.bloblang(\"root.b = this.a\")", "{\"a\":1}", "{\"b\":1}")
              .inContext(
                  (target, args, context) -> context.inner().compile(args.text(0)).on(target));
      case "set" ->
          MethodSpec.of(
                  name,
                  "Object & Array Manipulation",
                  "The target with a value at a dotted path; deleted() removes what is there.")
              .param(
                  Param.string(
                      "path", "The path; in it `~1` stands for a point and `~0` for a tilde."))
              .param(Param.any("value", "The value."))
              .example("root = this.set(\"a.b\", 2)", "{\"a\":{\"b\":1}}", "{\"a\":{\"b\":2}}")
              .node(
                  (target, args) -> new Setting(target, Path.dotted(args.text(0)), args.value(1)));
      case "get" ->
          MethodSpec.of(
                  name,
                  "Object & Array Manipulation",
                  "The value at a dotted path, null if there is none.")
              .param(
                  Param.string(
                      "path", "The path; in it `~1` stands for a point and `~0` for a tilde."))
              .example(
                  "root.v = this.doc.get(this.where)",
                  "{\"doc\":{\"a\":{\"b\":1}},\"where\":\"a.b\"}",
                  "{\"v\":1}")
              .node((target, args) -> {
                Path path = Path.dotted(args.text(0));
                return target instanceof Reads.Walk walk
                    ? walk.then(path)
                    : new Reads.Get(target, path);
              });
      default -> throw Table.noRow(name);
    };
  }
}
