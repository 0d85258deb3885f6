package io.usagecollector.bloblang.library.methods;

import io.usagecollector.bloblang.ArgumentException;
import io.usagecollector.bloblang.extension.MethodSpec;
import io.usagecollector.bloblang.extension.Param;
import io.usagecollector.bloblang.extension.Table;
import io.usagecollector.bloblang.gotext.GoException;
import io.usagecollector.bloblang.gotext.TitleCase;
import io.usagecollector.bloblang.gotext.html.Html;
import io.usagecollector.bloblang.gotext.url.GoUrl;
import io.usagecollector.bloblang.gotext.url.UrlEscape;
import io.usagecollector.bloblang.gotext.url.UrlQuery;
import io.usagecollector.bloblang.library.body.Ops;
import io.usagecollector.bloblang.library.body.text.HtmlStripper;
import io.usagecollector.bloblang.run.Args;
import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Kind;
import io.usagecollector.bloblang.value.ListArr;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Methods on what the web is made of: URLs, forms and HTML. */
public final class WebMethods implements Table<MethodSpec> {
  private static final String STRINGS = "String Manipulation";

  /** Text to text, by Go's rules. */
  private interface Reading {
    String apply(String text) throws GoException;
  }

  @Override
  public List<String> names() {
    return List.of(
        "capitalize",
        "escape_html",
        "unescape_html",
        "escape_url_query",
        "unescape_url_query",
        "escape_url_path",
        "unescape_url_path",
        "strip_html",
        "parse_url",
        "parse_form_url_encoded");
  }

  @Override
  public MethodSpec row(String name) {
    return switch (name) {
      case "capitalize" ->
          MethodSpec.of(name, STRINGS, "The text with every word in title case.")
              .example("root = this.capitalize()", "\"the foo bar\"", "The Foo Bar")
              .op(args -> Ops.alike(s -> Str.of(TitleCase.of(s.toString()))));
      case "escape_html" ->
          writing(
                  name,
                  "The text with the characters that mean something in HTML escaped.",
                  Html::escape)
              .example(
                  "root.s = this.s.escape_html()",
                  "{\"s\":\"a <b> & \\\"c\\\"\"}",
                  "{\"s\":\"a &lt;b&gt; &amp; &#34;c&#34;\"}");
      case "unescape_html" ->
          writing(name, "The text with HTML's entities resolved.", Html::unescape)
              .example(
                  "root.s = this.s.unescape_html()",
                  "{\"s\":\"a &lt;b&gt; &amp; c\"}",
                  "{\"s\":\"a <b> & c\"}");
      case "escape_url_query" ->
          writing(name, "The text as it stands in a URL's query.", UrlEscape::query)
              .example(
                  "root.s = this.s.escape_url_query()", "{\"s\":\"a b&c\"}", "{\"s\":\"a+b%26c\"}");
      case "unescape_url_query" ->
          reading(name, "The text that a URL's query holds.", UrlEscape::unescapeQuery)
              .example(
                  "root.s = this.s.unescape_url_query()",
                  "{\"s\":\"a+b%26c\"}",
                  "{\"s\":\"a b&c\"}");
      case "escape_url_path" ->
          writing(name, "The text as it stands in a URL's path.", UrlEscape::path)
              .example(
                  "root.s = this.s.escape_url_path()",
                  "{\"s\":\"a b/c\"}",
                  "{\"s\":\"a%20b%2Fc\"}");
      case "unescape_url_path" ->
          reading(name, "The text that a URL's path holds.", UrlEscape::unescapePath)
              .example(
                  "root.s = this.s.unescape_url_path()",
                  "{\"s\":\"a%20b+c\"}",
                  "{\"s\":\"a b+c\"}");
      case "strip_html" ->
          MethodSpec.of(name, STRINGS, "The text without HTML's tags, but for those to preserve.")
              .param(Param.array("preserve", "The names of elements to leave in.").orAbsent())
              .example("root = this.strip_html()", "\"<p>plain <b>text</b></p>\"", "plain text")
              .op(WebMethods::strip);
      case "parse_url" ->
          MethodSpec.of(name, "Parsing", "The parts of a URL.")
              .example(
                  "root = this.parse_url().without(\"opaque\", \"raw_fragment\", \"raw_path\")",
                  "\"https://a.b/c?d=1#e\"",
                  "{\"fragment\":\"e\",\"host\":\"a.b\",\"path\":\"/c\",\"raw_query\":\"d=1\",\"scheme\":\"https\"}")
              .op(args -> Ops.ofAnyText(WebMethods::url));
      case "parse_form_url_encoded" ->
          MethodSpec.of(
                  name,
                  "Parsing",
                  "The fields of a form; one that is there more than once is an array.")
              .plugin()
              .example(
                  "root = this.parse_form_url_encoded()",
                  "\"a=1&b=2&a=3\"",
                  "{\"a\":[\"1\",\"3\"],\"b\":\"2\"}")
              .op(args ->
                  (receiver, frame) ->
                      Ops.ofAnyText(
                              text -> {
                                Ops.parts(text, '&', frame.budget());
                                return form(text);
                              })
                          .apply(receiver, frame));
      default -> throw Table.noRow(name);
    };
  }

  private static MethodSpec writing(String name, String description, UnaryOperator<String> body) {
    return MethodSpec.of(name, STRINGS, description)
        .op(args -> Ops.ofAnyText(s -> Str.of(body.apply(s.toString()))));
  }

  private static MethodSpec reading(String name, String description, Reading body) {
    return MethodSpec.of(name, STRINGS, description)
        .op(args ->
            Ops.ofAnyText(s -> {
              try {
                return Str.of(body.apply(s.toString()));
              } catch (GoException e) {
                return Err.of(e.getMessage(), "the text is not escaped so");
              }
            }));
  }

  private static Op strip(Args args) throws ArgumentException {
    Set<String> preserved = new HashSet<>();
    Arr names = args.has(0) ? args.array(0) : ListArr.NIL;
    for (int i = 0; i < names.size(); i++) {
      if (!(names.get(i) instanceof Str name)) {
        throw new ArgumentException(
            Err.type(names.get(i), Kind.STRING).wrap("invalid arg at index " + i));
      }
      preserved.add(name.toString());
    }
    return Ops.alike(s -> Str.of(new HtmlStripper(s.toString(), preserved).strip()));
  }

  private static Value url(Str text) {
    GoUrl url;
    try {
      url = GoUrl.parse(text.toString());
    } catch (GoException e) {
      return Err.of(e.getMessage(), "the text is no URL");
    }
    MapObj parts =
        new MapObj()
            .put(Str.of("scheme"), Str.of(url.scheme()))
            .put(Str.of("opaque"), Str.of(url.opaque()))
            .put(Str.of("host"), Str.of(url.host()))
            .put(Str.of("path"), Str.of(url.path()))
            .put(Str.of("raw_path"), Str.of(url.rawPath()))
            .put(Str.of("raw_query"), Str.of(url.rawQuery()))
            .put(Str.of("fragment"), Str.of(url.fragment()))
            .put(Str.of("raw_fragment"), Str.of(url.rawFragment()));
    String user = url.user();
    String password = url.password();
    if (user != null) {
      MapObj who = new MapObj().put(Str.of("name"), Str.of(user));
      parts.put(
          Str.of("user"), password == null ? who : who.put(Str.of("password"), Str.of(password)));
    }
    return parts;
  }

  private static Value form(Str text) {
    try {
      MapObj fields = new MapObj();
      UrlQuery.parse(text.toString())
          .forEach((key, values) -> fields.put(Str.of(key), field(values)));
      return fields;
    } catch (GoException e) {
      return Err.of(
          "failed to parse value as url-encoded data: " + e.getMessage(),
          "failed to parse value as url-encoded data");
    }
  }

  private static Value field(List<String> values) {
    return values.size() == 1
        ? Str.of(values.get(0))
        : Arr.of(values.stream().map(Str::of).toList());
  }
}
