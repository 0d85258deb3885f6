package io.usagecollector.bloblang.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.Run;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What shows of the kinds that values have in the language's origin. */
class GoKindsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        // Groups of one name: the last wins in an object, the first in a template.
        "\"ab\".re_find_object(\"(?P<n>a)(?P<n>b)\").string()~{\"0\":\"ab\",\"n\":\"b\"}",
        "\"ab\".re_find_all_object(\"(?P<n>a)(?<n>b)\").string()~[{\"0\":\"ab\",\"n\":\"b\"}]",
        "\"ab\".re_match(\"(?P<n>a)(?P<n>b)\")~true",
        "\"ab\".re_replace_all(\"(?P<n>a)(?P<n>b)\", \"<$n>\")~<a>",
        "\"ab(?P<n>\".re_replace_all(\"(?P<n>a)(?P<n>b)[(?P<n>]\", \"$n$1$2\")~aab?P<n>",
        // A group of bytes that took no part.
        "\"b\".bytes().re_find_object(\"(?P<a>x)?b\").string()~{\"0\":\"Yg==\",\"a\":null}",
        "\"b\".bytes().re_find_object(\"(?P<a>x)?b\").a.type()~bytes",
        "\"b\".re_find_object(\"(?P<a>x)?b\").string()~{\"0\":\"b\",\"a\":\"\"}",
        // No message, no bytes.
        "content().string().from(9).length()~0",
        "content().from(-5).type()~bytes",
        // Constants that are copied hold no nil array.
        "[1].fold([], i -> {\"t\": i.tally}).string()~{\"t\":[]}",
        "{}.assign({\"a\":{\"b\":[[]]}}).string()~{\"a\":{\"b\":[[]]}}",
        "{}.merge({\"a\":[]}).string()~{\"a\":[]}",
        "[].slice(0).string()~null",
        "[].merge([]).string()~null",
        "{\"a\":[]}.string()~{\"a\":null}",
        // Values without a kind.
        "{\"a\":{}, \"b\":[]}.collapse(include_empty: true).map_each(p -> p.value.type()).string()~{\"a\":\"unknown\",\"b\":\"unknown\"}",
        "{\"a\":{}, \"b\":[]}.collapse(include_empty: true).string()~{\"a\":{},\"b\":[]}",
        // Positions are ints.
        "\"%T\".format([1, 2].find(2))~int",
        "\"%T\".format([1, 2].find_by(x -> x == 2))~int",
        "\"%T\".format([1, 1].find_all(1).index(0))~int",
        "\"%T\".format([1, 2].find(2) + 1)~int64",
        "[3, [1, 2].find(2)].sort().string()~[1,3]",
        // A verb for errors.
        "\"%+w\".format(5)~%!w(int64=5)",
        "\"%#w\".format(\"x\")~%!w(string=\"x\")",
        "\"%w\".format([1])~%!w([]interface {}=[1])",
        "\"%5w\".format({\"a\":1})~%!w(map[string]interface {}=map[    a:    1])",
        // Powers, to the last digit.
        "0.5.pow(1.5)~0.3535533905932738",
        "\"ab\".decompress(\"gzip\").catch(e -> e)~unexpected EOF"
      })
  void showsAsThere(String query, String text) {
    assertThat(Run.mapping("root = " + query, "{}")).isEqualTo(text);
  }
}
