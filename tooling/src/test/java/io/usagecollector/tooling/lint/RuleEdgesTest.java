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
          drop-then-set          ~ root = match this.k { "x" => deleted(), _ => this }; root.a = 1
          drop-then-set          ~ root = if this.k == 1 { deleted() } else { this }; let b = 1; meta c = 2; root.a = $b
          drop-then-set          ~ if this.k == 1 {; root = deleted(); }; root.a = 1
          drop-then-set          ~ if this.k == 1 {; root.b = 1; } else {; root = deleted(); }; root.a.b = 1
          drop-then-set          ~ if this.k == 1 {; root = deleted(); root.a = 1; }
          drop-then-set          ~ root = if this.k == 1 { deleted() }; if this.b {; root.a = 1; } else {; root.a = 2; }
          drop-then-set          ~ root = this.x.or(deleted()); root.a = 1
          drop-then-set          ~ root = this.x | deleted(); a = 1
          drop-then-set          ~ root = this.(if this.k == 1 { deleted() } else { this }); root.a = 1
          drop-then-set          ~ map m {; root = if this.k == 1 { deleted() }; root.a = 1; }; root = this.apply("m")
          drop-then-set          ~ map m {; root = if this.k == 1 { deleted() } else { this }; }; root = this.apply("m"); root.a = 1
          float-time             ~ root.timestamp = (this.ms / 1000).ts_format()
          float-time             ~ root.timestamp = (this.ms * 0.001).ts_format("2006-01-02T15:04:05.999Z07:00", "UTC")
          float-time             ~ let s = this.ms / 1000; root.timestamp = $s.ts_format("2006-01-02T15:04:05.000Z", "UTC")
          float-time             ~ root = {"timestamp": (this.us / 1000000).ts_tz("UTC").ts_format(tz: "UTC")}
          float-time             ~ root.timestamp = (this.ms.number() / 1000).format_timestamp()
          float-time             ~ root.timestamp = (this.ms / 1000).ts_strftime("%Y-%m-%dT%H:%M:%S.%fZ", "UTC")
          float-time             ~ root.event_id = this.id + "-" + (this.ms / 1000).ts_format()
          float-time             ~ let t = (this.ms / 1000).ts_format(); root.timestamp = if this.ms == null { deleted() } else { $t }
          number-as-id           ~ root.event_id = this.id.int64()
          number-as-id           ~ let id = this.id.number(); root.external_customer_id = $id.string()
          number-as-id           ~ root = {"external_customer_id": "c-" + this.id.float64().string()}
          number-as-id           ~ root.external_customer_id = "c%v".format(this.id.number())
          number-as-id           ~ root.external_customer_id = this.id.number().catch(this.id)
          number-as-id           ~ root = this.merge({"event_id": if this.id == "" { deleted() } else { this.id.number() }})
          bare-key               ~ root = { a: this.a }
          bare-key               ~ root = {"x": [{a: 1}]}
          bare-key               ~ root = this.merge({a: 1})
          bare-key               ~ let x = match this.k { 1 => {a: 1}, _ => {} }; root = $x
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
          drop-then-set          ~ root = if this.k == 1 { deleted() } else { {"a": this.a} }
          drop-then-set          ~ root.a = 1; root = if this.k == 1 { deleted() }
          drop-then-set          ~ if this.k == 1 {; root = deleted(); } else {; root.a = 1; }
          drop-then-set          ~ root = if this.k == 1 { deleted() }; if this.k != 1 {; root.a = 1; }
          drop-then-set          ~ root = if this.k == 1 { deleted() }; root.a = if this.k != 1 { 1 }
          drop-then-set          ~ root = deleted(); root = this; root.a = 1
          drop-then-set          ~ root = if this.k == 1 { deleted() }; meta a = 1
          drop-then-set          ~ root.b = if this.k == 1 { deleted() }; root.a = 1
          drop-then-set          ~ root = this.l.filter(v -> v != deleted()); root.a = 1
          float-time             ~ root.timestamp = (this.ms / 1000).ts_format("2006-01-02T15:04:05Z07:00", "UTC")
          float-time             ~ root.timestamp = (this.ms / 1000).floor().ts_format("2006-01-02T15:04:05.000Z07:00", "UTC")
          float-time             ~ root.timestamp = (this.ms / 1000).ts_round("1ms".parse_duration()).ts_format()
          float-time             ~ root.timestamp = this.s.ts_format()
          float-time             ~ root.timestamp = (this.hours * 3600).ts_format()
          float-time             ~ root.properties.at = (this.ms / 1000).ts_format()
          float-time             ~ root.timestamp = if (this.ms / 1000).ts_format() > "2020" { this.at } else { deleted() }
          number-as-id           ~ root.external_customer_id = this.id
          number-as-id           ~ root.properties.id = this.id.number()
          number-as-id           ~ root.external_customer_id = if this.n.number() > 5 { this.a } else { this.b }
          number-as-id           ~ root.event_id = "%v-%v".format(this.id, (this.ms.number() / 60000).floor())
          number-as-id           ~ root.timestamp = this.s.number().ts_format()
          number-as-id           ~ root.event_id = this.id + this.s.number().ts_format()
          bare-key               ~ root = {"a": this.a, this.k: 1}
          bare-key               ~ root = this.l.map_each(v -> {v.k: v})
          bare-key               ~ let k = "a"; root = {$k: 1}
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
