package io.usagecollector.bloblang.library.body.text;

import io.usagecollector.bloblang.gotext.html.Html;
import java.util.Locale;
import java.util.Set;

/**
 * Takes tags out of HTML, as bluemonday with an empty policy does: the content of scripts and the
 * like goes with them, attributes go, text comes out escaped. One use each.
 */
public final class HtmlStripper {
  private static final Set<String> WITH_CONTENT =
      Set.of(
          "frame",
          "frameset",
          "iframe",
          "noembed",
          "noframes",
          "noscript",
          "nostyle",
          "object",
          "script",
          "style",
          "title");

  private final String html;
  private final Set<String> preserved;
  private final StringBuilder out = new StringBuilder();
  private String skipping = "";

  public HtmlStripper(String html, Set<String> preserved) {
    this.html = html;
    this.preserved = preserved;
  }

  public String strip() {
    int at = 0;
    while (at < html.length()) {
      int open = nextTag(at);
      if (skipping.isEmpty()) {
        out.append(Html.escape(Html.unescape(html.substring(at, open))));
      }
      at = open == html.length() ? open : tag(open);
    }
    return out.toString();
  }

  private int nextTag(int from) {
    for (int i = html.indexOf('<', from); i >= 0; i = html.indexOf('<', i + 1)) {
      char next = i + 1 < html.length() ? html.charAt(i + 1) : ' ';
      boolean closing =
          next == '/' && i + 2 < html.length() && Character.isLetter(html.charAt(i + 2));
      if (Character.isLetter(next) || closing || next == '!' || next == '?') {
        return i;
      }
    }
    return html.length();
  }

  private int tag(int open) {
    if (html.startsWith("<!--", open)) {
      int end = html.indexOf("-->", open + 4);
      return end < 0 ? html.length() : end + 3;
    }
    int close = html.indexOf('>', open);
    if (close < 0) {
      return html.length();
    }
    boolean ends = html.charAt(open + 1) == '/';
    String name = name(open + (ends ? 2 : 1));
    if (!skipping.isEmpty()) {
      skipping = ends && name.equals(skipping) ? "" : skipping;
    } else if (preserved.contains(name)) {
      out.append(ends ? "</" : "<").append(name).append('>');
    } else if (!ends && WITH_CONTENT.contains(name)) {
      skipping = name;
    }
    return close + 1;
  }

  private String name(int from) {
    int end = from;
    while (end < html.length() && Character.isLetterOrDigit(html.charAt(end))) {
      end++;
    }
    return html.substring(from, end).toLowerCase(Locale.ROOT);
  }
}
