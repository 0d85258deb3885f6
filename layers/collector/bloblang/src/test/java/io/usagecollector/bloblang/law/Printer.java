package io.usagecollector.bloblang.law;

import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.value.FloatNum;
import io.usagecollector.bloblang.value.Num;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Expressions as source that parses to the same tree. */
final class Printer {
  private Printer() {}

  static String print(Expr expr) {
    return switch (expr) {
      case Expr.Literal e -> literal(e.value());
      case Expr.ArrayOf e -> "[" + list(e.elements()) + "]";
      case Expr.ObjectOf e ->
          e.members().stream()
              .map(m -> key(m) + ": " + print(m.value()))
              .collect(Collectors.joining(", ", "{", "}"));
      case Expr.Operation e -> operation(e);
      case Expr.Not e -> "!" + term(e.operand(), false);
      case Expr.This e -> "this";
      case Expr.Root e -> "root";
      case Expr.Named e -> e.name();
      case Expr.Field e -> target(e.target()) + "." + name(e.name());
      case Expr.MapTo e -> target(e.target()) + ".(" + print(e.query()) + ")";
      case Expr.MethodCall e ->
          target(e.target()) + "." + e.name() + "(" + arguments(e.arguments()) + ")";
      case Expr.FunctionCall e -> e.name() + "(" + arguments(e.arguments()) + ")";
      case Expr.Lambda e -> e.name() + " -> " + print(e.body());
      case Expr.If e ->
          e.branches().stream()
                  .map(b -> "if " + print(b.condition()) + " { " + print(b.result()) + " }")
                  .collect(Collectors.joining(" else "))
              + (e.otherwise() == null ? "" : " else { " + print(e.otherwise()) + " }");
      case Expr.Match e ->
          e.cases().stream()
              .map(c -> pattern(c.pattern()) + " => " + print(c.result()))
              .collect(Collectors.joining("\n", "match " + optional(e.subject()) + " {\n", "\n}"));
      case Expr.Variable e -> "$" + e.name();
      case Expr.Metadata e -> "@" + (e.key().length() == 0 ? "" : name(e.key()));
      case Expr.Index e -> target(e.target()) + "[" + print(e.index()) + "]";
      case Expr.Slice e ->
          target(e.target())
              + ("[" + optional(e.low()) + ":" + optional(e.high()))
              + (e.step() == null ? "]" : ":" + print(e.step()) + "]");
    };
  }

  /** A field, metadata or path name: bare if it may be. */
  static String name(Str name) {
    String text = name.toString();
    return text.matches("[A-Za-z0-9_]+") ? text : quoted(name);
  }

  /** A string literal; what is no printable ASCII is escaped byte by byte. */
  static String quoted(Str value) {
    StringBuilder out = new StringBuilder("\"");
    for (byte b : value.toBytes()) {
      boolean plain = b >= ' ' && b < 0x7F && b != '"' && b != '\\';
      out.append(plain ? Character.toString(b) : String.format("\\x%02x", b & 0xFF));
    }
    return out.append('"').toString();
  }

  private static String literal(Value value) {
    return switch (value) {
      case Str s when isRaw(s) -> "\"\"\"" + s + "\"\"\"";
      case Str s -> quoted(s);
      case FloatNum n -> decimal(n.value());
      default -> value.toString();
    };
  }

  /** Text with a line break in it that triple quotes can hold. */
  private static boolean isRaw(Str text) {
    String s = text.toString();
    return s.contains("\n")
        && !s.contains("\"")
        && Str.of(s.getBytes(StandardCharsets.UTF_8)).equals(text);
  }

  private static String decimal(double value) {
    String plain = new BigDecimal(Double.toString(value)).toPlainString();
    return plain.contains(".") ? plain : plain + ".0";
  }

  private static String operation(Expr.Operation e) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < e.operands().size(); i++) {
      Expr.Operand operand = e.operands().get(i);
      out.append(i == 0 ? "" : " " + e.operators().get(i - 1).operator().symbol() + " ");
      out.append(operand.negated() ? "-" : "").append(term(operand.term(), true));
    }
    return out.toString();
  }

  /** An expression where only a term may stand. */
  private static String term(Expr expr, boolean mayNegate) {
    return switch (expr) {
      case Expr.Operation e -> bracketed(e);
      case Expr.Lambda e -> bracketed(e);
      case Expr.If e -> e.otherwise() == null ? bracketed(e) : print(e);
      case Expr.Not e -> mayNegate ? print(e) : bracketed(e);
      default -> print(expr);
    };
  }

  /** An expression that is stepped into: the point of a number would be its own. */
  private static String target(Expr expr) {
    return expr instanceof Expr.Literal l && l.value() instanceof Num
        ? bracketed(expr)
        : term(expr, false);
  }

  private static String bracketed(Expr expr) {
    return "(" + print(expr) + ")";
  }

  private static String key(Expr.Member member) {
    return member.quoted() && member.key() instanceof Expr.Literal l && l.value() instanceof Str s
        ? quoted(s)
        : bracketed(member.key());
  }

  private static String pattern(@Nullable Expr pattern) {
    return pattern == null ? "_" : print(pattern);
  }

  private static String optional(@Nullable Expr expr) {
    return expr == null ? "" : print(expr);
  }

  private static String list(List<Expr> exprs) {
    return exprs.stream().map(Printer::print).collect(Collectors.joining(", "));
  }

  private static String arguments(List<Expr.Argument> arguments) {
    return arguments.stream()
        .map(a -> (a.name() == null ? "" : a.name() + ": ") + print(a.value()))
        .collect(Collectors.joining(", "));
  }
}
