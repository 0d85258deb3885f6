package io.usagecollector.bloblang.hostile;

import java.util.List;
import java.util.function.Supplier;

/**
 * Mappings and events built to be hostile, each with what must come of it.
 *
 * @param law what it shows
 * @param mapping the mapping
 * @param event the event; made late, since some are large
 * @param ends what its one line of result begins with
 */
record Hostile(String law, String mapping, Supplier<String> event, String ends) {
  private static final String STEPS =
      "error: failed assignment (line 1): the mapping takes more than 5000000 steps";
  private static final String MEMORY =
      "error: failed assignment (line 1): the mapping takes more than 134217728 bytes of memory";
  private static final String DOCUMENT =
      "error: failed assignment (line 1): the mapping writes a document of more than 67108864 bytes";
  private static final String TEXT = "error: failed assignment (line 1): ";

  private static Hostile of(String law, String mapping, String event, String ends) {
    return new Hostile(law, mapping, () -> event, ends);
  }

  private static Hostile of(String law, String mapping, String ends) {
    return of(law, mapping, "{}", ends);
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }

  private static String objects(int depth) {
    return "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
  }

  @Override
  public String toString() {
    return law;
  }

  static List<Hostile> all() {
    return List.of(
        // Loops.
        of(
            "nested loops end",
            "root = range(0, 100000).map_each(a -> range(0, 100000).map_each(b -> a * b).sum()).sum()",
            MEMORY),
        of(
            "four loops end",
            "root = range(0, 9999).(r -> r.any(a -> r.any(b -> r.any(c -> r.any(d -> d < 0)))))",
            STEPS),
        of(
            "loops without lambdas end",
            "root = json().l.any(json().l.any(json().l.any(json().l.any(this == true))))",
            "{\"l\":[" + "false,".repeat(1_000) + "false]}",
            STEPS),
        of(
            "what is caught does not go on",
            "root = range(0, 9999).map_each(a -> range(0, 9999).map_each(b -> range(0, 9999).all(c -> c < 0)).catch(0)).catch(0)",
            MEMORY),
        of(
            "a sort by a loop ends",
            "root = range(0, 9999).sort_by(a -> range(0, 9999).sum())",
            MEMORY),
        of(
            "a search in a loop ends",
            "let l = range(0, 100000)\nroot = range(0, 1000000).filter(a -> $l.contains(-1))",
            "error: failed assignment (line 2): the mapping takes more than 5000000 steps"),
        of(
            "a comparison in a loop ends",
            "root = range(0, 1000000).filter(a -> root_.l == root_.m)".replace("root_", "json()"),
            "{\"l\":[" + "1,".repeat(100_000) + "1],\"m\":[" + "1,".repeat(100_000) + "2]}",
            STEPS),
        of(
            "a look into a long text ends",
            "root = range(0, 1000000).filter(a -> json().s.contains(\"b\"))",
            "{\"s\":\"" + "a".repeat(1_000_000) + "\"}",
            STEPS),
        of(
            "a regex over a long text in a loop ends",
            "root = range(0, 1000000).filter(a -> json().s.re_match(\"(a|aa)+b\"))",
            "{\"s\":\"" + "a".repeat(1_000_000) + "\"}",
            STEPS),
        // Growth.
        of("a range to billions ends", "root = range(0, 9000000000)", "compile: range: a range"),
        of("a range of millions ends", "root = range(0, 9000000)", MEMORY),
        of(
            "a range to billions, found late",
            "root = range(0, this.n)",
            "{\"n\":9000000000}",
            TEXT + "a range of more than 10000000 elements"),
        of(
            "a huge repeat ends",
            "root = \"abc\".repeat(9000000000)",
            TEXT + "string literal: invalid count, would overflow: 3*9000000000"),
        of("repeats in a row end", "root = \"abc\".repeat(20000000).repeat(1)", MEMORY),
        of(
            "repeats kept in an array end",
            "root = range(0, 100000).map_each(i -> \"abc\".repeat(1000000))",
            MEMORY),
        of(
            "small parts that hold on to long texts end",
            "root = range(0, 1000000).map_each(i -> \"abc\".repeat(2000).slice(0, 1))",
            MEMORY),
        of(
            "a text doubled by each step ends",
            "root = range(0, 60).fold(\"ab\", i -> i.tally + i.tally)",
            TEXT + "the mapping"),
        of(
            "an array doubled by each step ends",
            "root = range(0, 60).fold([1], i -> i.tally.concat(i.tally))",
            MEMORY),
        of(
            "an array appended to itself ends",
            "root = range(0, 60).fold([1], i -> i.tally.merge(i.tally))",
            MEMORY),
        of(
            "small objects kept by the million end",
            "root = range(0, 1000000).map_each(i -> {\"a\": i, \"b\": i, \"c\": [i, i]})",
            MEMORY),
        of(
            "a value that holds itself twice, 60 deep, is not printed",
            "root = range(0, 60).fold([1], i -> [i.tally, i.tally])",
            DOCUMENT),
        of(
            "nor turned to text",
            "root = range(0, 60).fold([1], i -> [i.tally, i.tally]).string().length()",
            TEXT + "a text of more than 67108864 bytes"),
        of(
            "nor compared",
            "let a = range(0, 60).fold([1], i -> [i.tally, i.tally])\nroot = $a == $a",
            "error: failed assignment (line 2): the mapping takes more than 5000000 steps"),
        of(
            "nor formatted",
            "root = \"%v\".format(range(0, 60).fold([1], i -> [i.tally, i.tally]))",
            TEXT + "the mapping takes"),
        of(
            "nor collapsed",
            "root = range(0, 60).fold({\"a\": 1}, i -> {\"a\": i.tally, \"b\": i.tally}).collapse()",
            MEMORY),
        of(
            "nor merged",
            "let a = range(0, 60).fold({\"a\": 1}, i -> {\"a\": i.tally, \"b\": i.tally})\nroot = $a.merge($a).type()",
            "error: failed assignment (line 2): the mapping takes"),
        of(
            "nor walked by stars",
            "root = range(0, 60).fold([1], i -> [i.tally, i.tally]).get(\""
                + "*.".repeat(55)
                + "*\").length()",
            MEMORY),
        of("nor made metadata", "meta a = range(0, 60).fold([1], i -> [i.tally, i.tally])", MEMORY),
        of(
            "nor told in an error",
            "root = if range(0, 60).fold([1], i -> [i.tally, i.tally]) { 1 }",
            TEXT),
        of(
            "one long text a million times is not printed",
            "let s = \"abc\".repeat(1000000)\nroot = range(0, 1000000).map_each(i -> $s)",
            "error: failed assignment (line 2): the mapping writes a document"),
        of(
            "one large object a hundred thousand times is not printed",
            "root = range(0, 100000).map_each(i -> json())",
            "{\"l\":[" + "1,".repeat(100_000) + "1]}",
            DOCUMENT),
        of(
            "a join that grows ends",
            "root = range(0, 1000000).map_each(i -> \"a\").join(\"abc\".repeat(1000))",
            TEXT + "a text of more than 67108864 bytes"),
        of(
            "a replacement that blows up ends",
            "root = \"a\".repeat(1000000).replace_all(\"a\", \"b\".repeat(1000))",
            TEXT + "a text of more than 67108864 bytes"),
        of(
            "replacements in a row end",
            "root = \"a\".repeat(1000).replace_all_many([\"a\", \"aaaaaaaaaaaaaaaaaaaa\", \"a\", \"aaaaaaaaaaaaaaaaaaaa\", \"a\", \"aaaaaaaaaaaaaaaaaaaa\", \"a\", \"aaaaaaaaaaaaaaaaaaaa\", \"a\", \"aaaaaaaaaaaaaaaaaaaa\"])",
            TEXT + "a text of more than 67108864 bytes"),
        of(
            "a regex replacement that blows up ends",
            "root = \"a\".repeat(1000000).re_replace_all(\"a\", \"b\".repeat(1000))",
            TEXT + "a text of more than 67108864 bytes"),
        of(
            "a template that repeats a long group ends",
            "root = \"a\".repeat(1000000).re_replace_all(\".+\", \"$0\".repeat(100))",
            TEXT + "a text of more than 67108864 bytes"),
        of(
            "arrays laid end to end a thousand times end",
            "root = range(0, 10000).map_each(i -> json().l).flatten()",
            "{\"l\":[" + "1,".repeat(100_000) + "1]}",
            MEMORY),
        of(
            "arrays put behind an array end",
            "root = [].concat(" + "this.l,".repeat(499) + "this.l)",
            "{\"l\":[" + "1,".repeat(100_000) + "1]}",
            MEMORY),
        of(
            "many replacements in a long text end",
            "root = json().s.replace_all_many(json().p)",
            "{\"s\":\""
                + "a".repeat(1_000_000)
                + "\",\"p\":["
                + "\"b\",\"c\",".repeat(50_000)
                + "\"b\",\"c\"]}",
            STEPS),
        of(
            "a period of a million digits ends",
            "root = this.p.parse_duration_iso8601()",
            "{\"p\":\"P" + "1".repeat(1_000_000) + "D\"}",
            TEXT),
        of(
            "compressing in a loop ends",
            "root = range(0, 100000).map_each(i -> json().s.compress(\"gzip\", 9).length())",
            "{\"s\":\"" + "ab".repeat(500_000) + "\"}",
            STEPS),
        of("a split into characters ends", "root = \"a\".repeat(60000000).split(\"\")", MEMORY),
        of(
            "a regex that finds every character ends",
            "root = \"a\".repeat(10000000).re_find_all_submatch(\"(((a)))\")",
            TEXT + "the mapping takes"),
        of("a giant width ends", "root = \"%999999999d\".format(1)", "%!(NOVERB)%!(EXTRA int64=1)"),
        of(
            "wide columns end",
            "root = \"%999999[1]d\".repeat(1000).format(1).length()",
            TEXT + "a text of more than 67108864 bytes"),
        of("a giant time width ends", "root = now().ts_strftime(\"%999999999d\").length()", ""),
        of("bytes without end", "root = bytes(9000000000)", "compile: bytes: length"),
        of(
            "a square matrix ends",
            "let r = range(0, 100000)\nroot = $r.map_each(i -> $r)",
            "error: failed assignment (line 2): the mapping writes a document"),
        of(
            "zips of zips end",
            "root = range(0, 60).fold(range(0, 1000), i -> i.tally.zip(i.tally)).string().length()",
            TEXT + "a text of more than 67108864 bytes"),
        // Numbers.
        of(
            "a decimal of a billion digits ends",
            "root = \"1\".parse_big_decimal(999999999)",
            "compile: parse_big_decimal: scale must be at most 10000"),
        of(
            "a decimal of a million bytes ends",
            "root = bytes(1000000).parse_big_decimal(1)",
            TEXT + "a decimal of more than 10000 bytes"),
        of("a giant power is infinite", "root = 10.pow(999999999).string()", "+Inf"),
        of(
            "a number of a million digits is read",
            "root = this.n.number()",
            "{\"n\":\"" + "9".repeat(1_000_000) + "\"}",
            TEXT),
        // Regexes.
        of(
            "a giant regex is refused",
            "root = \"a\".re_match(\"(a{1000}){1000}\")",
            "compile: re_match: error parsing regexp: invalid repeat count: `{1000}`"),
        of(
            "a regex of an event is refused",
            "root = \"a\".re_match(this.p)",
            "{\"p\":\"((a{100}){100}){100}\"}",
            TEXT + "error parsing regexp: invalid repeat count: `{100}`"),
        of(
            "a deep regex is refused",
            "root = \"a\".re_match(\"(\".repeat(100000) + \")\".repeat(100000))",
            TEXT + "error parsing regexp: expression nests too deeply"),
        of(
            "a regex with a bad choice is linear",
            "root = this.re_match(\"^(a|a)*(a|a)*(a|a)*b$\")",
            "\"" + "a".repeat(100_000) + "\"",
            "false"),
        of(
            "a regex that looks to the end for each match ends",
            "root = this.re_find_all(\"a.*z|a\").length()",
            "\"" + "a".repeat(1_000_000) + "\"",
            STEPS),
        of(
            "a regex replacement that looks to the end for each match ends",
            "root = this.re_replace_all(\"a.*z|a\", \"b\").length()",
            "\"" + "a".repeat(1_000_000) + "\"",
            STEPS),
        of(
            "a regex that looks to the end and finds nothing there ends",
            "root = this.re_find_all_object(\"(a*b)?\").length()",
            "\"" + "a".repeat(1_000_000) + "\"",
            STEPS),
        of(
            "a regex of a thousand groups ends",
            "root = this.s.re_replace_all(\"(a)|\".repeat(1000) + this.b, \"\")",
            "{\"b\":\"b\",\"s\":\"" + "b".repeat(100_000) + "\"}",
            STEPS),
        // Size.
        of("a mapping of many lines compiles", "root = 1\n".repeat(100_000), "1"),
        of(
            "an error in each of many lines is told",
            "root = n()\n".repeat(100_000),
            "compile: unrec"),
        of(
            "many errors in one line are told",
            "root = [" + "n(),".repeat(100_000) + "1]",
            "compile: unrecognised function 'n'"),
        of(
            "a map of many lines compiles",
            "map m {\n" + "root = 1\n".repeat(100_000) + "}\nroot = this.apply(\"m\")",
            "1"),
        // Depth.
        of("an event nested too deep is no document", "root = this", nested(100_000), TEXT),
        of("a deep event is mapped", "root = this", nested(9_000), "[[["),
        of("deep objects are mapped", "root.x = this", objects(9_000), "{\"x\":{\"a\""),
        of(
            "a deep text is parsed",
            "root = (\"[\".repeat(9000) + \"]\".repeat(9000)).parse_json()",
            "[[["),
        of(
            "a text too deep is not",
            "root = (\"[\".repeat(90000) + \"]\".repeat(90000)).parse_json()",
            TEXT + "method repeat: failed to parse value as JSON: exceeded max depth"),
        of(
            "a value built deep is handled",
            "root = range(0, 200000).fold([1], i -> [i.tally]).string().length()",
            "400003"),
        of(
            "picking in a deep value is handled",
            "root = this.without(this.p).string().length()",
            "{\"p\":\"" + "a.".repeat(8_999) + "a\",\"a\":" + objects(8_999) + "}",
            ""),
        of(
            "exploding a deep value is handled",
            "root = this.explode(this.p).string().length()",
            "{\"p\":\"" + "a.".repeat(8_999) + "a\",\"a\":" + objects(8_999) + "}",
            ""),
        of(
            "stars in a deep value are handled",
            "root = range(0, 20000).fold([1], i -> [i.tally]).get(\"*.\".repeat(19999) + \"*\").string().length()",
            ""),
        of("a deep value is formatted", "root = \"%v\".format(this).length()", nested(9_000), ""),
        of("a deep value is collapsed", "root = this.collapse()", objects(3_000), "{\"a.a"),
        of(
            "a deep value is hashed",
            "root = this.string().hash(\"sha1\").length()",
            nested(9_000),
            ""),
        of(
            "a deep value is merged",
            "root = this.merge(this).string().length()",
            objects(9_000),
            "54005"),
        of(
            "brackets nested too deep do not compile",
            "root = " + "(".repeat(100_000) + "1" + ")".repeat(100_000),
            "compile: "),
        of("arrays nested too deep do not compile", "root = " + nested(100_000), "compile: "),
        of(
            "blocks nested too deep do not compile",
            "if true {\n".repeat(50_000) + "root = 1\n" + "}\n".repeat(50_000),
            "compile: "),
        of("chains too long do not compile", "root = this" + ".a()".repeat(100_000), "compile: "),
        of(
            "chains in brackets too deep do not compile",
            "root = " + "(".repeat(100) + "this" + (".string()".repeat(900) + ")").repeat(100),
            "compile: "),
        of("a chain of 900 runs", "root = this" + ".string()".repeat(900), "{}"),
        of("a hundred brackets run", "root = " + "(".repeat(100) + "1" + ")".repeat(100), "1"),
        of(
            "a long row of operators runs",
            "root = 1" + " + this.n".repeat(20_000),
            "{\"n\":1}",
            "20001"),
        of("not not not", "root = " + "!(".repeat(100) + "true" + ")".repeat(100), "true"),
        of(
            "nots too deep do not compile",
            "root = " + "!(".repeat(9_000) + "true" + ")".repeat(9_000),
            "compile: "),
        // Recursion.
        of(
            "a map that applies itself ends",
            "map a {\n  root = this.apply(\"a\")\n}\nroot = this.apply(\"a\")",
            "error: failed assignment (line 4): failed assignment (line 2): entering map a exceeded maximum allowed stacks of 5000"),
        of(
            "its end can be caught",
            "map a {\n  root = this.apply(\"a\")\n}\nroot = this.apply(\"a\").catch(\"ended\")",
            "ended"),
        of(
            "maps that apply each other end",
            "map a {\n  root = this.apply(\"b\")\n}\nmap b {\n  root = this.apply(\"a\")\n}\nroot = this.apply(\"a\").catch(\"ended\")",
            "ended"),
        of(
            "a name made by the event ends",
            "map a {\n  root = this.apply(this.m)\n}\nroot = this.apply(this.m).catch(\"ended\")",
            "{\"m\":\"a\"}",
            "ended"),
        of(
            "a map that applies itself twice ends",
            "map a {\n  root.l = this.apply(\"a\").catch(1)\n  root.r = this.apply(\"a\").catch(1)\n}\nroot = this.apply(\"a\")",
            "error: failed assignment (line 5): the mapping takes more than 5000000 steps"),
        of(
            "recursion through a loop ends",
            "map a {\n  root = [1, 2].map_each(i -> this.apply(\"a\").catch(1))\n}\nroot = {}.apply(\"a\")",
            "error: failed assignment (line 4): the mapping takes more than"),
        of(
            "recursion between deep brackets ends",
            "map a {\n  root = "
                + "(".repeat(90)
                + "this.apply(\"a\")"
                + ".(this)".repeat(90)
                + ")".repeat(90)
                + "\n}\nroot = this.apply(\"a\").catch(\"ended\")",
            ""),
        of(
            "a mapping that runs its own text ends",
            "root = this.bloblang(this.m).catch(\"ended\")",
            "{\"m\":\"root = this.bloblang(this.m)\"}",
            "ended"),
        of(
            "a mapping of an event in a loop ends",
            "root = range(0, 9999999).any(i -> json().bloblang(json().m))",
            "{\"m\":\"root = range(0, 1000).sum() < 0\"}",
            "error: failed assignment (line 1): the mapping takes more than 134217728 bytes of memory"),
        of(
            "deep mappings inside mappings in a loop end",
            "root = range(0, 1000000).map_each(i -> i.bloblang(\"map a {\\n root = this.apply(\\\"a\\\")\\n}\\nroot = this.apply(\\\"a\\\").catch(1)\"))",
            STEPS),
        // Formats.
        of(
            "a bomb of zeros is not unpacked",
            "root = bytes(10000000).compress(\"gzip\").decompress(\"gzip\").length()",
            "10000000"),
        of(
            "a wide table is read",
            "root = this.parse_csv().length()",
            "\"" + "a,".repeat(100_000) + "b\\n" + "1,".repeat(100_000) + "2\"",
            "1"),
        new Hostile(
            "keys of the same hash do not slow an object",
            "root = this.l.keys().length()",
            () -> colliding(16),
            "65536"),
        of(
            "a text that is nearly everywhere is found or not in linear time",
            "root = this.a.contains(this.b)",
            "{\"a\":\"" + "a".repeat(2_000_000) + "\",\"b\":\"" + "a".repeat(1_000_000) + "b\"}",
            "false"));
  }

  /** Keys that Java's and our hash put in one place. */
  static String colliding(int bits) {
    StringBuilder json = new StringBuilder("{\"l\":{");
    for (int i = 0; i < 1 << bits; i++) {
      json.append(i == 0 ? "\"" : ",\"");
      for (int bit = 0; bit < bits; bit++) {
        json.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      json.append("\":1");
    }
    return json.append("}}").toString();
  }
}
