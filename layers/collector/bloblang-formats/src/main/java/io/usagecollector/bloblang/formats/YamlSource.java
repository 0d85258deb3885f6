package io.usagecollector.bloblang.formats;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.scanner.ScannerImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.tokens.AliasToken;
import org.snakeyaml.engine.v2.tokens.AnchorToken;
import org.snakeyaml.engine.v2.tokens.ScalarToken;
import org.snakeyaml.engine.v2.tokens.Token;

/**
 * What yaml.v3 refuses of a text that the parser here reads: it follows YAML 1.1 in some places.
 * Reasons stand without "yaml: ", which all of them begin with.
 */
final class YamlSource {
  private static final String ANCHOR = "did not find expected alphabetic or numeric character";
  private static final Pattern DIRECTIVE =
      Pattern.compile("\\uFEFF?%([0-9A-Za-z_-]+)\\s*(\\S*).*", Pattern.DOTALL);
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:(/)|(?:u|U0000)([dD][89a-fA-F]|)|.)", Pattern.DOTALL);
  private static final Pattern ANCHOR_NAME = Pattern.compile("[0-9A-Za-z_-]+");

  /** What may follow an anchor's name at once. */
  private static final String BEHIND_ANCHOR = "?:,]}%@`";

  /** How many tokens the other parser has scanned beyond the one it looks at. */
  private static final int AHEAD = 2;

  private final int[] codePoints;

  private final LoadSettings settings;
  private final String text;

  private YamlSource(LoadSettings settings, String text) {
    this.settings = settings;
    this.text = text;
    codePoints = text.codePoints().toArray();
  }

  /** The text, whose tokens can be checked. */
  static YamlSource of(LoadSettings settings, String text) {
    YamlSource source = new YamlSource(settings, text);
    source.checkCharacters();
    checkDirective(text);
    return source;
  }

  private void checkCharacters() {
    for (int c : codePoints) {
      if (c != '\t' && c != '\r' && c != 0x85 && c <= 0xFFFF && !isAllowed(c)) {
        throw new YamlEngineException("control characters are not allowed");
      }
    }
  }

  private static boolean isAllowed(int c) {
    return ScalarShape.isPrintable(c) || c == 0xFEFF;
  }

  private static void checkDirective(String text) {
    Matcher directive = DIRECTIVE.matcher(text);
    if (!directive.matches()) {
      return;
    }
    switch (directive.group(1)) {
      case "YAML" -> {
        if (directive.group(2).matches("\\d+\\.\\d+") && !directive.group(2).equals("1.1")) {
          throw new YamlEngineException("found incompatible YAML document");
        }
      }
      case "TAG" -> {}
      default -> throw new YamlEngineException("found unknown directive name");
    }
  }

  /**
   * Refuses what its tokens hold that is read otherwise there. The other parser scans ahead of what
   * it parses: what is wrong with a token shows before the tokens in front of it are used.
   *
   * @param end where parsing ended, well or not, as an index of characters
   */
  void checkTokens(int end) {
    var scanner = new ScannerImpl(settings, new StreamReader(settings, text));
    int ahead = 0;
    while (ahead <= AHEAD && scanner.hasNext()) {
      Token token = scanner.next();
      check(token);
      if (token.getStartMark().map(Mark::getIndex).orElse(0) >= end) {
        ahead++;
      }
    }
  }

  private void check(Token token) {
    switch (token) {
      case ScalarToken scalar when scalar.getStyle() == ScalarStyle.DOUBLE_QUOTED ->
          checkEscapes(scalar);
      case AnchorToken anchor -> checkAnchor(anchor.getValue().getValue(), anchor);
      case AliasToken alias -> checkAnchor(alias.getValue().getValue(), alias);
      default -> {}
    }
  }

  private void checkEscapes(ScalarToken scalar) {
    int from = scalar.getStartMark().map(Mark::getIndex).orElse(0);
    int to = scalar.getEndMark().map(Mark::getIndex).orElse(from);
    Matcher escapes = ESCAPE.matcher(new String(codePoints, from, to - from));
    while (escapes.find()) {
      if (escapes.group(1) != null) {
        throw at(scalar, "found unknown escape character");
      }
      String surrogate = escapes.group(2);
      if (surrogate != null && !surrogate.isEmpty()) {
        throw at(scalar, "found invalid Unicode character escape code");
      }
    }
  }

  private static void checkAnchor(String name, Token token) {
    Matcher valid = ANCHOR_NAME.matcher(name);
    int end = valid.lookingAt() ? valid.end() : 0;
    if (end == name.length()) {
      return;
    }
    if (end > 0 && token instanceof AliasToken && BEHIND_ANCHOR.indexOf(name.charAt(end)) >= 0) {
      throw new YamlEngineException("unknown anchor '" + valid.group() + "' referenced");
    }
    throw at(token, ANCHOR);
  }

  /** A finding of the scanner names its line, but the first. */
  private static YamlEngineException at(Token token, String problem) {
    int line = token.getStartMark().map(Mark::getLine).orElse(0);
    return new YamlEngineException((line == 0 ? "" : "line " + (line + 1) + ": ") + problem);
  }
}
