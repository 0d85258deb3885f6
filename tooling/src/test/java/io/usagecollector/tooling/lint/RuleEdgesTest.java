package io.usagecollector.tooling.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.ImportSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What else each rule finds, and what looks alike and is none of it. */
class RuleEdgesTest {
  private static List<String> found(String mapping) {
    return new Linter(Bloblang.standard())
        .lint(mapping.replace("; ", "\n")).stream().map(Finding::rule).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          meta-in-body           ~ meta."a b" = 1
          meta-in-body           ~ if this.x == 1 {; meta.a = 1; }
          null-is-no-drop        ~ root = null
          null-is-no-drop        ~ root = match this.a { 1 => this, _ => null }
          root-without-else      ~ root = match this.a { 1 => this }
          root-without-else      ~ root = if this.a == 1 { this } else if this.a == 2 { this.b }
          or-after-string        ~ root.properties.a = env("X").string().or("")
          or-after-string        ~ root.properties.a = this.a.string().trim().lowercase().or("")
          or-after-string        ~ let a = this.a; root.properties.a = $a.string().or("0")
          or-after-string        ~ root.properties.a = meta("k").string().or("")
          null-as-identity       ~ root = {"event_id": this.id.string()}
          null-as-identity       ~ root = if this.a == 1 { {"event_name": this.n.string().trim()} } else { deleted() }
          random-identity        ~ let id = nanoid(); root.event_id = "x-" + $id
          random-identity        ~ root = {"event_id": uuid_v4()}
          random-identity        ~ meta id = ksuid(); root.event_id = @id
          random-identity        ~ root.a = random_int(max: 5); root.external_customer_id = "c%v".format(root.a)
          random-identity        ~ root = this.merge({"event_id": uuid_v4()})
          random-identity        ~ root = this.without("a").assign({"event_id": nanoid()})
          random-identity        ~ let e = {"event_id": uuid_v4()}; root = this.merge($e)
          random-identity        ~ let e = this; let f = $e.merge({"event_id": uuid_v4()}); root = $f
          random-identity        ~ root = this.events.map_each(e -> e.merge({"event_id": ksuid()}))
          random-identity        ~ map ev {; root = this; root.event_id = uuid_v4(); }; root = this.apply("ev")
          random-identity        ~ map id {; let i = ulid(); root = "e-" + $i; }; root.event_id = this.apply("id")
          random-identity        ~ if !this.exists("event_id") {; root.event_id = uuid_v4(); }
          random-identity        ~ root.event_id = match this.id { null => nanoid(), _ => this.id }
          random-identity        ~ let m = {"id": uuid_v4()}; root.event_id = $m.id
          clock-identity         ~ root = this.assign({"timestamp": now()})
          clock-identity         ~ root.timestamp = this.ts.ts_parse("2006").catch(now())
          clock-identity         ~ root.timestamp = this.ts.ts_parse("2006").catch(timestamp_unix()).ts_format("2006")
          clock-identity         ~ root.timestamp = this.ts | now()
          clock-identity         ~ map t {; root = now(); }; root = {"timestamp": this.apply("t")}
          meta-in-body           ~ map m {; root = this; meta.x = 1; }; root = this.apply("m")
          or-after-string        ~ let org = this.org.string(); root.properties.a = $org.or("none")
          or-after-string        ~ let org = this.org.string(); root.properties.a = $org.trim() | "none"
          null-as-identity       ~ let org = this.org.string(); root.external_customer_id = $org
          null-as-identity       ~ root = this.merge({"external_customer_id": this.org.string()})
          null-as-identity       ~ map c {; root.external_customer_id = this.org.string(); }; root = this.apply("c")
          clock-identity         ~ root.timestamp = now()
          clock-identity         ~ root.event_id = this.id + timestamp_unix_nano().string()
          float-text             ~ root.properties.a = this.a.number().string()
          float-text             ~ root.properties.a = (this.a / 2).string()
          float-text             ~ let v = this.a.number().catch(0); root.properties.a = $v.string()
          float-text             ~ root.properties.a = this.a.sum().string()
          float-text             ~ root.properties.a = (this.a + 0.5).string()
          misprinted-number      ~ root.properties.a = "%v %05d".format(this.a, this.b)
          misprinted-number      ~ root.properties.a = "%.2f".format(this.a)
          misprinted-number      ~ root.properties.a = "%d".format(this.a.number())
          old-metadata           ~ meta k = 1; if metadata("k") == 1 {; root = deleted(); }
          bare-name-reads-input  ~ org = random_int(max: 4); if org == 0 {; root.a = 1; }
          bare-name-reads-input  ~ a.b = 1; root.c = a.b.c
          pair-as-value          ~ root = {"properties": this.d.map_each(p -> p.string())}
          pair-as-value          ~ root.properties = if this.d != null { this.d.map_each(v -> if v.type() == "object" { v.value } else { v.string() }) }
          mixed-and-or           ~ root.a = this.a && this.b || this.c && this.d
          compared-with-null-text~ let m = this.a.string(); root.properties.a = $m == "null"
          meta-is-never-empty    ~ if "" != meta("k") {; root = this; }
          deprecated             ~ root.properties.a = meta("k")
          """)
  void isFound(String rule, String mapping) {
    assertThat(found(mapping)).contains(rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          meta-in-body           ~ root.meta.a = 1
          meta-in-body           ~ meta a = 1
          meta-in-body           ~ metadata.a = 1
          null-is-no-drop        ~ root.a = null
          root-without-else      ~ root = if this.a == 1 { deleted() }
          root-without-else      ~ root.a = if this.a == 1 { 1 }
          root-without-else      ~ root = this; root = if this.a == 1 { this.b }
          root-without-else      ~ root = match this.a { 1 => this, _ => deleted() }
          or-after-string        ~ root.a = this.a.or("").string()
          or-after-string        ~ root.a = (this.a * 2).string().or("0")
          or-after-string        ~ root.a = content().string().or("")
          or-after-string        ~ let a = this.a.or(1); root.a = $a.string().or("0")
          null-as-identity       ~ root.external_customer_id = this.a.or("x").string()
          null-as-identity       ~ root.event_id = this.id.not_null().string()
          null-as-identity       ~ root = if this.id != null { this } else { deleted() }; root.event_id = this.id.string()
          null-as-identity       ~ root.properties.a = this.a.string()
          random-identity        ~ root.properties.event_id = uuid_v4()
          random-identity        ~ let unused = uuid_v4(); root.event_id = this.id
          random-identity        ~ map ev {; root.event_id = uuid_v4(); }; root.properties = this.apply("ev")
          random-identity        ~ let other = uuid_v4(); let id = this.id; root.event_id = $id; root.properties.o = $other
          meta-is-never-empty    ~ root.properties.a = meta() == ""
          compared-with-null-text~ root.properties.a = this.a + "null"
          compared-with-null-text~ root.properties.a = this.a == "x"
          or-after-string        ~ root.properties.a = this.a.string() + "x"
          pair-as-value          ~ root.properties = this.d.map_each_key(k -> k.lowercase())
          pair-as-value          ~ root.properties = this.d.map_each(v -> v.value.map_each(w -> w.string()))
          pair-as-value          ~ root = {"properties": {}, "list": this.l.map_each(v -> v.string())}
          misprinted-number      ~ root.properties.a = "%d".contains(this.a)
          random-identity        ~ map ev {; root.event_id = uuid_v4(); }; root = this
          random-identity        ~ map a {; let i = uuid_v4(); root = $i; }; let i = this.id; root.properties.a = this.apply("a"); root.event_id = $i
          random-identity        ~ root.properties = this.properties.merge({"event_id": uuid_v4()})
          random-identity        ~ let m = {"id": this.id, "trace": uuid_v4()}; root.event_id = $m.id
          random-identity        ~ map n {; root = {"id": this.id, "trace": uuid_v4()}; }; root.event_id = this.apply("n").id
          null-as-identity       ~ let org = this.org.string(); root.external_customer_id = if $org != "null" { $org } else { deleted() }
          null-as-identity       ~ let org = this.org.or("x").string(); root.external_customer_id = $org
          or-after-string        ~ let org = this.org.or("x").string(); root.properties.a = $org.or("none")
          clock-identity         ~ root.properties.seen_at = now()
          clock-identity         ~ root.timestamp = this.at.ts_parse("2006").ts_format("2006-01-02T15:04:05Z07:00")
          float-text             ~ root.properties.a = (this.a.int64() * 2).string()
          float-text             ~ root.properties.a = (this.a + this.b).string()
          float-text             ~ root.properties.a = (this.a * 2.5).round().string()
          float-text             ~ root.properties.a = this.a.string()
          misprinted-number      ~ root.properties.a = "%v and 100%%".format(this.a)
          misprinted-number      ~ root.properties.a = "%d".format(this.a.int64())
          misprinted-number      ~ root.properties.a = "%.2f".format(this.a.number())
          old-metadata           ~ root.a = meta("k"); meta k = 1
          old-metadata           ~ meta k = 1; root.a = meta("other")
          bare-name-reads-input  ~ a = this.a.uppercase(); root.b = a
          bare-name-reads-input  ~ a = 1; root.b = this.a
          bare-name-reads-input  ~ root.a = 1; root.b = a
          bare-name-reads-input  ~ a = 1; root.b = this.l.map_each(a)
          pair-as-value          ~ root.properties.l = this.l.map_each(v -> v.string())
          pair-as-value          ~ root.properties = this.d.map_each(v -> v.value.string())
          mixed-and-or           ~ root.a = this.a && this.b || this.c
          mixed-and-or           ~ root.a = this.a || (this.b && this.c)
          compared-with-null-text~ root.properties.a = this.a == null
          meta-is-never-empty    ~ root = if this.a == "" { deleted() }
          meta-is-never-empty    ~ root = if metadata("k") == "" { deleted() }
          deprecated             ~ root.properties.a = @k
          """)
  void isNotFound(String rule, String mapping) {
    assertThat(found(mapping)).doesNotContain(rule).doesNotContain("compile");
  }

  @Test
  void aMutationReadsWhatItWrote() {
    String mapping = "meta k = 1\nroot.a = meta(\"k\")";

    assertThat(new Linter(Bloblang.standard()).lintMutation(mapping))
        .extracting(Finding::rule)
        .containsExactly("deprecated");
  }

  @Test
  void mapsAreLookedAtToo() {
    assertThat(found("map m {; root = this.a.string().or(\"\"); }; root.a = this.apply(\"m\")"))
        .containsExactly("or-after-string");
  }

  @Test
  void aMapOfAnotherFileIsLintedWhereItStands() {
    ImportSource other = _ -> "map m {\n  root = this.a.string().or(\"\")\n}\n";

    assertThat(
            new Linter(Bloblang.standard().withImports(other))
                .lint("import \"o.blobl\"\nroot.event_id = this.apply(\"m\")"))
        .isEmpty();
  }

  @Test
  void aFallbackIsToldFromWhatAlwaysDecides() {
    assertThat(new Linter(Bloblang.standard()).lint("root.timestamp = this.t.or(now())"))
        .extracting(Finding::message)
        .containsExactly("`now()` decides timestamp where the value before it is missing");
  }
}
