package io.usagecollector.bloblang.library;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.usagecollector.bloblang.gotext.regex.RegexSize;
import io.usagecollector.bloblang.run.Args;
import io.usagecollector.bloblang.run.ArgumentException;
import io.usagecollector.bloblang.run.Budget;
import io.usagecollector.bloblang.run.Op;
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
import java.util.Map;
import java.util.function.BiFunction;

/** Methods with regular expressions: RE2's, linear in the text whatever the pattern. */
final class RegexMethods {
  private static final String REGEX = "Regular Expressions";
  private static final Param PATTERN = Param.string("pattern", "The regular expression.");

  private RegexMethods() {}

  static List<MethodSpec> all() {
    return List.of(
        MethodSpec.of("re_match", REGEX, "Whether the pattern is found in the text.")
            .param(PATTERN)
            .example("root = this.re_match(\"^[0-9]+$\")", "\"42\"", "true")
            .op(args -> matching(pattern(args))),
        MethodSpec.of("re_find_all", REGEX, "All matches.")
            .param(PATTERN)
            .example(
                "root = this.s.re_find_all(\"a.\")",
                "{\"s\":\"paranormal\"}",
                "[\"ar\",\"an\",\"al\"]")
            .op(args -> findAll(pattern(args))),
        MethodSpec.of("re_find_all_submatch", REGEX, "All matches, each with its groups.")
            .param(PATTERN)
            .example(
                "root = this.s.re_find_all_submatch(\"a(.)\")",
                "{\"s\":\"paranormal\"}",
                "[[\"ar\",\"r\"],[\"an\",\"n\"],[\"al\",\"l\"]]")
            .op(args -> findAllSubmatch(pattern(args))),
        MethodSpec.of(
                "re_find_object",
                REGEX,
                "The first match's groups by name or number, the whole as `0`.")
            .param(PATTERN)
            .example(
                "root = this.s.re_find_object(\"a(?P<after>.)\")",
                "{\"s\":\"paranormal\"}",
                "{\"0\":\"ar\",\"after\":\"r\"}")
            .op(args -> findObject(pattern(args))),
        MethodSpec.of(
                "re_find_all_object",
                REGEX,
                "The groups of all matches by name or number, the whole as `0`.")
            .param(PATTERN)
            .example(
                "root = this.s.re_find_all_object(\"a(?P<after>.)\")",
                "{\"s\":\"para\"}",
                "[{\"0\":\"ar\",\"after\":\"r\"}]")
            .op(args -> findAllObject(pattern(args))),
        replacing("re_replace")
            .deprecated("re_replace_all")
            .example(
                "root.s = this.s.re_replace(\"ADD ([0-9]+)\", \"+($1)\")",
                "{\"s\":\"foo ADD 70\"}",
                "{\"s\":\"foo +(70)\"}"),
        replacing("re_replace_all")
            .example(
                "root.s = this.s.re_replace_all(\"ADD ([0-9]+)\", \"+($1)\")",
                "{\"s\":\"foo ADD 70\"}",
                "{\"s\":\"foo +(70)\"}"));
  }

  private static MethodSpec replacing(String name) {
    return MethodSpec.of(
            name, REGEX, "The text with every match replaced; `$1` and `${name}` stand for groups.")
        .param(PATTERN)
        .param(Param.string("value", "What to put there."))
        .op(args -> {
          RegexSearch search = new RegexSearch(pattern(args));
          RegexTemplate template = new RegexTemplate(search.pattern(), args.text(1));
          return ofText(search.pattern(), (text, budget) -> search.replaceAll(text, template));
        });
  }

  private static Pattern pattern(Args args) throws ArgumentException {
    String complaint = RegexSize.complaint(args.text(0));
    if (!complaint.isEmpty()) {
      throw new ArgumentException(
          Err.of("error parsing regexp: " + complaint, "error parsing regexp"));
    }
    try {
      return Pattern.compile(args.text(0));
    } catch (PatternSyntaxException e) {
      throw new ArgumentException(
          Err.of(
              "error parsing regexp: " + e.getDescription() + ": `" + e.getPattern() + "`",
              "error parsing regexp"));
    }
  }

  /** A search takes its time for each byte of the text and each part of the pattern. */
  private static Op ofText(Pattern pattern, BiFunction<Str, Budget, Value> body) {
    int size = pattern.programSize();
    return (receiver, frame) -> {
      Str text = Ops.text(receiver);
      if (text == null) {
        return Err.type(receiver, Kind.STRING);
      }
      frame.budget().step(size + (1L + size / 8) * text.length());
      return body.apply(text, frame.budget());
    };
  }

  private static Op matching(Pattern pattern) {
    return ofText(pattern, (text, budget) -> Bool.of(pattern.matcher(text.toBytes()).find()));
  }

  private static Op findAll(Pattern pattern) {
    RegexSearch search = new RegexSearch(pattern);
    return ofText(
        pattern,
        (text, budget) -> {
          ListArr all = ListArr.withCapacity(4);
          search.forEach(
              text,
              match -> {
                budget.elements(1);
                all.add(RegexSearch.group(text, match, 0));
              });
          return all;
        });
  }

  private static Op findAllSubmatch(Pattern pattern) {
    RegexSearch search = new RegexSearch(pattern);
    return ofText(
        pattern,
        (text, budget) -> {
          ListArr all = ListArr.withCapacity(4);
          search.forEach(
              text,
              match -> {
                budget.elements(pattern.groupCount() + 1);
                ListArr groups = ListArr.withCapacity(pattern.groupCount() + 1);
                for (int i = 0; i <= pattern.groupCount(); i++) {
                  groups.add(RegexSearch.group(text, match, i));
                }
                all.add(groups);
              });
          return all;
        });
  }

  private static List<Str> names(Pattern pattern) {
    List<Str> names = new ArrayList<>();
    for (int i = 0; i <= pattern.groupCount(); i++) {
      names.add(Str.of(Integer.toString(i)));
    }
    for (Map.Entry<String, Integer> named : pattern.namedGroups().entrySet()) {
      names.set(named.getValue(), Str.of(named.getKey()));
    }
    return names;
  }

  private static Value object(Str text, Matcher match, List<Str> names, boolean bytes) {
    MapObj object = new MapObj(null, names.size());
    for (int i = 0; i < names.size(); i++) {
      Str group = RegexSearch.group(text, match, i);
      object.put(names.get(i), bytes ? Bin.of(group.toBytes()) : group);
    }
    return object;
  }

  private static Op findObject(Pattern pattern) {
    List<Str> names = names(pattern);
    return (receiver, frame) ->
        ofText(
                pattern,
                (text, budget) -> {
                  Matcher match = pattern.matcher(text.toBytes());
                  return match.find()
                      ? object(text, match, names, receiver instanceof Bin)
                      : new MapObj();
                })
            .apply(receiver, frame);
  }

  private static Op findAllObject(Pattern pattern) {
    RegexSearch search = new RegexSearch(pattern);
    List<Str> names = names(pattern);
    return (receiver, frame) ->
        ofText(
                pattern,
                (text, budget) -> {
                  ListArr all = ListArr.withCapacity(4);
                  search.forEach(
                      text,
                      match -> {
                        budget.elements(2L * names.size());
                        all.add(object(text, match, names, receiver instanceof Bin));
                      });
                  return all;
                })
            .apply(receiver, frame);
  }
}
