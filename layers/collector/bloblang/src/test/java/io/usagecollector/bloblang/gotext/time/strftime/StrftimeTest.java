package io.usagecollector.bloblang.gotext.time.strftime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.bloblang.gotext.GoException;
import io.usagecollector.bloblang.gotext.time.GoTime;
import io.usagecollector.bloblang.gotext.time.Layout;
import io.usagecollector.bloblang.gotext.time.Zone;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrftimeTest {
  private static final GoTime TIME =
      GoTime.of(2024, 2, 9, 15, 4, 5, 120_034_567, Zone.fixed("CET", 3_600));

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          %Y-%m-%dT%H:%M:%S.%f%z~2024-02-09T15:04:05.120034+0100
          %F %T %D %R~2024-02-09 15:04:05 02/09/24 15:04
          %c~Fri Feb  9 15:04:05 2024
          %A %a %B %b %h~Friday Fri February Feb Feb
          [%e|%k|%l] %I %p %P~[ 9|15| 3] 03 PM pm
          %j %u %w %U %W %V %G %g %C %y~040 5 5 05 06 06 2024 24 20 24
          %s %Z %:z %::z %:::z~1707487445 CET +01:00 +01:00:00 +01
          %-d/%_m/%5y/%-5j~9/ 2/00024/   40
          %^a %#B %#p %10b~FRI FEBRUARY pm        Feb
          %Q %5~%Q    %5
          100%%~100%\
          """)
  void prints(String format, String text) {
    assertThat(Strftime.format(TIME, format)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          %Y-%b-%d %H:%M:%S.%f|2020-Aug-14 11:50:26.371|2020-08-14T11:50:26.371Z
          %F %T %z|2020-08-14 11:50:26 -0330|2020-08-14T11:50:26-03:30
          %d/%m/%y %I:%M %p|01/02/70 12:30 am|1970-02-01T00:30:00Z
          %Y %j|2024 60|2024-02-29T00:00:00Z
          %G-W%V-%u|2024-W06-5|2024-02-09T00:00:00Z
          %Y %U %a|2024 06 Sun|2024-02-11T00:00:00Z
          %s|1707487445|2024-02-09T14:04:05Z
          %H|7|1900-01-01T07:00:00Z
          %c %:z|Fri Feb  9 15:04:05 2024 +05:30|2024-02-09T15:04:05+05:30\
          """)
  void reads(String format, String text, String rfc3339) throws GoException {
    assertThat(Layout.RFC3339_NANO.format(Strptime.parse(text, format))).isEqualTo(rfc3339);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          %Y-%m|2024-13|failed to parse "2024-13" with "%Y-%m": cannot parse "%m"
          %Y-%m|2024/12|failed to parse "2024/12" with "%Y-%m": expected '-'
          %Y|2024 |failed to parse "2024 " with "%Y": unparsed string " "
          %Q|1|failed to parse "1" with "%Q": unexpected format "%Q"
          %|1|failed to parse "1" with "%": stray "%"
          %:z|+0100|failed to parse "+0100" with "%:z": expected ':' for "%:z"
          %Y %V|2024 06|failed to parse "2024 06" with "%Y %V": use "%G" to parse ISO year for "%V\"\
          """,
      ignoreLeadingAndTrailingWhitespace = false)
  void refusesInTheLibrarysWords(String format, String text, String message) {
    assertThatThrownBy(() -> Strptime.parse(text, format))
        .isInstanceOf(GoException.class)
        .hasMessage(message);
  }

  @Property
  void aTimeReadsBack(
      @ForAll @LongRange(min = -62_135_500_000L, max = 253_402_200_000L) long seconds,
      @ForAll @IntRange(max = 999_999) int micros,
      @ForAll @IntRange(min = -1439, max = 1439) int minutes)
      throws GoException {
    GoTime time = new GoTime(seconds, micros * 1000, Zone.fixed("", minutes * 60));
    String format = "%Y-%j %H:%M:%S.%f %z";
    assertThat(Strptime.parse(Strftime.format(time, format), format)).isEqualByComparingTo(time);
  }
}
