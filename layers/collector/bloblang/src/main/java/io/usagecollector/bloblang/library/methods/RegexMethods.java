package io.usagecollector.bloblang.library.methods;

import io.usagecollector.bloblang.ArgumentException;
import io.usagecollector.bloblang.extension.MethodSpec;
import io.usagecollector.bloblang.extension.Param;
import io.usagecollector.bloblang.extension.Table;
import io.usagecollector.bloblang.gotext.GoException;
import io.usagecollector.bloblang.gotext.regex.Match;
import io.usagecollector.bloblang.gotext.regex.Meter;
import io.usagecollector.bloblang.gotext.regex.Regex;
import io.usagecollector.bloblang.gotext.regex.ReplacementTemplate;
import io.usagecollector.bloblang.library.body.Ops;
import io.usagecollector.bloblang.library.body.text.RegexText;
import io.usagecollector.bloblang.run.Args;
import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.run.budget.Budget;
import io.usagecollector.bloblang.value.Bin;
import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Kind;
import io.usagecollector.bloblang.value.ListArr;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Methods with regular expressions: RE2's, linear in the text whatever the pattern. */
public final class RegexMethods implements Table<MethodSpec> {
  private static final String REGEX = "Regular Expressions";
  private static final Param PATTERN = Param.string("pattern", "The regular expression.");

  @Override
  public List<String> names() {
    return List.of(
        "re_match",
        "re_find_all",
        "re_find_all_submatch",
        "re_find_object",
        "re_find_all_object",
        "re_replace",
        "re_replace_all");
  }

  @Override
  public MethodSpec row(String name) {
    return switch (name) {
      case "re_match" ->
          MethodSpec.of(name, REGEX, "Whether the pattern is found in the text.")
              .param(PATTERN)
              .example("root = this.re_match(\"^[0-9]+$\")", "\"42\"", "true")
              .op(args -> matching(pattern(args)));
      case "re_find_all" ->
          MethodSpec.of(name, REGEX, "All matches.")
              .param(PATTERN)
              .example(
                  "root = this.s.re_find_all(\"a.\")",
                  "{\"s\":\"paranormal\"}",
                  "[\"ar\",\"an\",\"al\"]")
              .op(args -> findAll(pattern(args)));
      case "re_find_all_submatch" ->
          MethodSpec.of(name, REGEX, "All matches, each with its groups.")
              .param(PATTERN)
              .example(
                  "root = this.s.re_find_all_submatch(\"a(.)\")",
                  "{\"s\":\"paranormal\"}",
                  "[[\"ar\",\"r\"],[\"an\",\"n\"],[\"al\",\"l\"]]")
              .op(args -> findAllSubmatch(pattern(args)));
      case "re_find_object" ->
          MethodSpec.of(
                  name, REGEX, "The first match's groups by name or number, the whole as `0`.")
              .param(PATTERN)
              .example(
                  "root = this.s.re_find_object(\"a(?P<after>.)\")",
                  "{\"s\":\"paranormal\"}",
                  "{\"0\":\"ar\",\"after\":\"r\"}")
              .op(args -> findObject(pattern(args)));
      case "re_find_all_object" ->
          MethodSpec.of(
                  name, REGEX, "The groups of all matches by name or number, the whole as `0`.")
              .param(PATTERN)
              .example(
                  "root = this.s.re_find_all_object(\"a(?P<after>.)\")",
                  "{\"s\":\"para\"}",
                  "[{\"0\":\"ar\",\"after\":\"r\"}]")
              .op(args -> findAllObject(pattern(args)));
      case "re_replace" ->
          replacing(name)
              .deprecated("re_replace_all")
              .example(
                  "root.s = this.s.re_replace(\"ADD ([0-9]+)\", \"+($1)\")",
                  "{\"s\":\"foo ADD 70\"}",
                  "{\"s\":\"foo +(70)\"}");
      case "re_replace_all" ->
          replacing(name)
              .example(
                  "root.s = this.s.re_replace_all(\"ADD ([0-9]+)\", \"+($1)\")",
                  "{\"s\":\"foo ADD 70\"}",
                  "{\"s\":\"foo +(70)\"}");
      default -> throw Table.noRow(name);
    };
  }

  private static MethodSpec replacing(String name) {
    return MethodSpec.of(
            name, REGEX, "The text with every match replaced; `$1` and `${name}` stand for groups.")
        .param(PATTERN)
        .param(Param.string("value", "What to put there."))
        .op(args -> {
          Regex regex = pattern(args);
          ReplacementTemplate template = ReplacementTemplate.compile(RegexText.of(args.string(1)));
          return ofText(
              regex,
              (text, budget) ->
                  RegexText.back(regex.replaceAll(text, template, new Drawn(regex, budget))));
        });
  }

  private static Regex pattern(Args args) throws ArgumentException {
    String pattern = RegexText.of(args.string(0));
    if (RegexText.isBroken(pattern)) {
      throw new ArgumentException(
          Err.of(
              "error parsing regexp: invalid UTF-8: `" + args.text(0) + "`",
              "error parsing regexp"));
    }
    try {
      return Regex.compile(pattern);
    } catch (GoException e) {
      throw new ArgumentException(Err.of(e.getMessage(), "error parsing regexp"));
    }
  }

  /** A search takes its time for each character of the text and each part of the pattern. */
  private static Op ofText(Regex regex, BiFunction<String, Budget, Value> body) {
    int size = regex.programSize();
    long each = steps(regex);
    return (receiver, frame) -> {
      Str text = Ops.text(receiver);
      if (text == null) {
        return Err.type(receiver, Kind.STRING);
      }
      frame.budget().step(size + each * text.length());
      return body.apply(RegexText.of(text), frame.budget());
    };
  }

  /** What a character takes. */
  private static long steps(Regex regex) {
    return 1L + regex.programSize() / 8;
  }

  /** Draws what a search for all matches takes beyond one look at each character. */
  private record Drawn(Regex regex, Budget budget) implements Meter {
    @Override
    public void again(long characters) {
      budget.step(steps(regex) * characters);
    }

    @Override
    public void length(long characters) {
      budget.longest(characters);
    }
  }

  private static Op matching(Regex regex) {
    return ofText(regex, (text, budget) -> Bool.of(regex.find(text)));
  }

  private static Op findAll(Regex regex) {
    return all(regex, 1, match -> RegexText.back(match.groups().getFirst()));
  }

  private static Op findAllSubmatch(Regex regex) {
    return all(
        regex,
        regex.groupNames().size(),
        match -> {
          ListArr groups = ListArr.withCapacity(match.groups().size());
          match.groups().forEach(group -> groups.add(RegexText.back(group)));
          return groups;
        });
  }

  /**
   * @param width how many values a match makes
   */
  private static Op all(Regex regex, int width, Function<Match, Value> made) {
    return ofText(
        regex,
        (text, budget) -> {
          ListArr all = ListArr.withCapacity(4);
          regex.forEach(
              text,
              match -> {
                budget.elements(width);
                all.add(made.apply(match));
              },
              new Drawn(regex, budget));
          return all;
        });
  }

  private static Op findObject(Regex regex) {
    List<Str> names = names(regex);
    return (receiver, frame) ->
        ofText(
                regex,
                (text, budget) -> {
                  Match match = regex.first(text);
                  return match == null
                      ? new MapObj()
                      : object(match, names, receiver instanceof Bin);
                })
            .apply(receiver, frame);
  }

  private static Op findAllObject(Regex regex) {
    List<Str> names = names(regex);
    return (receiver, frame) ->
        all(regex, 2 * names.size(), match -> object(match, names, receiver instanceof Bin))
            .apply(receiver, frame);
  }

  /** A group's name, or its number where it has none. */
  private static List<Str> names(Regex regex) {
    List<Str> names = new ArrayList<>();
    for (String name : regex.groupNames()) {
      names.add(Str.of(name.isEmpty() ? Integer.toString(names.size()) : name));
    }
    return names;
  }

  private static Value object(Match match, List<Str> names, boolean bytes) {
    MapObj object = new MapObj(null, names.size());
    for (int i = 0; i < names.size(); i++) {
      Str group = RegexText.back(match.groups().get(i));
      object.put(names.get(i), bytes ? bytes(group, match.missing().contains(i)) : group);
    }
    return object;
  }

  private static Value bytes(Str group, boolean missing) {
    return missing ? Bin.NIL : Bin.of(group.toBytes());
  }
}
