package io.usagecollector.bloblang.gotext.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.gotext.time.GoTime;
import io.usagecollector.bloblang.gotext.time.Zone;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoFormatTest {
  private static final Arg FIVE = Arg.Int.of(5);
  private static final Arg TIME = new Arg.Time(GoTime.of(2020, 1, 1, 0, 0, 0, 5, Zone.UTC));
  private static final Arg MAP =
      new Arg.Mapping(
          List.of(
              new Arg.Entry("a", Arg.Int.of(1)),
              new Arg.Entry("b", new Arg.Slice(List.of(new Arg.Text("x"), new Arg.Nil())))));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      quoteCharacter = '`',
      textBlock =
          """
          %d|5
          %5d|    5
          %-5d.|5    .
          %05d|00005
          %+d|+5
          % d| 5
          %.3d|005
          %06.3d|   005
          %x|5
          %#X|0X5
          %#o|05
          %O|0o5
          %b|101
          %c|\u0005
          %q|'\\x05'
          %U|U+0005
          %s|%!s(int64=5)
          %.2f|%!f(int64=05)
          %[1]d %[1]v %[2]d|5 5 %!d(BADINDEX)
          %[x]d|%!d(BADINDEX)
          %*d|%!d(MISSING)
          %d %d|5 %!d(MISSING)
          100%% %|100% %!(NOVERB)%!(EXTRA int64=5)
          %T %!|int64 %!!(MISSING)
          none|none%!(EXTRA int64=5)\
          """)
  void printsAnInteger(String format, String text) {
    assertThat(GoFormat.sprintf(format, List.of(FIVE))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          %v %d|map[a:1 b:[x <nil>]] %!d(MISSING)
          %s|map[a:%!s(int64=1) b:[x <nil>]]
          %d|map[%!d(string=a):1 %!d(string=b):[%!d(string=x) <nil>]]
          %#v|map[string]interface {}{"a":1, "b":[]interface {}{"x", interface {}(nil)}}
          %T|map[string]interface {}\
          """)
  void theVerbAppliesToWhatAContainerHolds(String format, String text) {
    assertThat(GoFormat.sprintf(format, List.of(MAP))).isEqualTo(text);
  }

  @Test
  void numberTextIsAStringToEveryVerb() {
    List<Arg> number = List.of(new Arg.NumberText("5"));
    assertThat(GoFormat.sprintf("%v %[1]s %[1]q %[1]x %[1]d %.2[1]f", number))
        .isEqualTo("5 5 \"5\" 35 %!d(json.Number=5) %!f(json.Number=5)");
    assertThat(GoFormat.sprintf("%05d", number)).isEqualTo("%!d(json.Number=00005)");
  }

  @Test
  void floatsHaveTheirOwnVerbs() {
    List<Arg> floats = List.of(new Arg.Floating(1234.5678, 64), new Arg.Floating(0.1f, 32));
    assertThat(GoFormat.sprintf("%v %v", floats)).isEqualTo("1234.5678 0.1");
    assertThat(GoFormat.sprintf("%.2f %8.3e|%[1]g|%+010.1[1]f|%#[1]v|%x", floats))
        .isEqualTo("1234.57 1.000e-01|1234.5678|+0001234.6|1234.5678|0x1.99999ap-04");
    assertThat(GoFormat.sprintf("%d", List.of(new Arg.Floating(Double.POSITIVE_INFINITY, 64))))
        .isEqualTo("%!d(float64=+Inf)");
  }

  @Test
  void textAndBytes() {
    List<Arg> both = List.of(new Arg.Text("hé\n"), new Arg.Bytes(new byte[] {104, (byte) 255}));
    assertThat(GoFormat.sprintf("%q|%+[1]q|%#[1]q|%5.2[1]s|% x", both))
        .isEqualTo("\"hé\\n\"|\"h\\u00e9\\n\"|\"hé\\n\"|   hé|68 ff");
    assertThat(GoFormat.sprintf("%v|%[2]d|%[2]s|%#[2]v|%[2]t", both))
        .isEqualTo("hé\n|[104 255]|h\uDCFF|[]byte{0x68, 0xff}|[%!t(uint8=104) %!t(uint8=255)]");
  }

  @Test
  void nilBoolAndTime() {
    List<Arg> all = List.of(new Arg.Nil(), new Arg.Bool(true), TIME);
    assertThat(GoFormat.sprintf("%v %t %v", all))
        .isEqualTo("<nil> true 2020-01-01 00:00:00.000000005 +0000 UTC");
    assertThat(GoFormat.sprintf("%d %d %d", all))
        .isEqualTo("%!d(<nil>) %!d(bool=true) {5 63713433600 0}");
    assertThat(GoFormat.sprintf("%#v %#v %#v", all))
        .isEqualTo("<nil> true time.Date(2020, time.January, 1, 0, 0, 0, 5, time.UTC)");
    assertThat(GoFormat.sprintf("", all))
        .isEqualTo("%!(EXTRA <nil>, bool=true, time.Time=2020-01-01 00:00:00.000000005 +0000 UTC)");
  }

  @Test
  void widthAndPrecisionMayBeArguments() {
    List<Arg> args = List.of(Arg.Int.of(-8), Arg.Int.of(2), new Arg.Floating(3.14159, 64));
    assertThat(GoFormat.sprintf("[%*.*f]", args)).isEqualTo("[3.14    ]");
    assertThat(GoFormat.sprintf("[%[3]*.[2]*[1]d]", args)).isEqualTo("[%!(BADWIDTH)-08]");
    assertThat(GoFormat.sprintf("%.*d", List.of(Arg.Int.of(-1), FIVE))).isEqualTo("%!(BADPREC)5");
    assertThat(GoFormat.sprintf("%99999999d", List.of(FIVE)))
        .isEqualTo("%!(NOVERB)%!(EXTRA int64=5)");
  }

  @Test
  void unsignedAndNilPointersKeepTheirTypes() {
    List<Arg> args = List.of(new Arg.Int(-1, "uint64"), new Arg.NilPointer("value.Delete"));
    assertThat(GoFormat.sprintf("%v %v", args)).isEqualTo("18446744073709551615 <nil>");
    assertThat(GoFormat.sprintf("%s %s", args))
        .isEqualTo("%!s(uint64=18446744073709551615) %!s(value.Delete=<nil>)");
    assertThat(GoFormat.sprintf("%#v %#v", args))
        .isEqualTo("0xffffffffffffffff (value.Delete)(nil)");
  }

  @Property
  void textWithoutVerbsIsKept(@ForAll String text) {
    assertThat(GoFormat.sprintf(text.replace("%", "%%"), List.of())).isEqualTo(text);
  }
}
