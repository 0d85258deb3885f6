package io.usagecollector.core.config.output;

import io.usagecollector.core.config.finding.Findings;
import io.usagecollector.core.config.reading.ConfigValues;
import io.usagecollector.core.config.reading.FileReading;
import io.usagecollector.core.config.reading.KeyCheck;
import io.usagecollector.core.config.variable.Secret;
import io.usagecollector.core.config.yaml.WrittenText;
import io.usagecollector.core.config.yaml.YamlNode;
import io.usagecollector.core.sink.openmeter.OpenMeterAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the output {@code http_client} where it posts to OpenMeter's endpoint of events, as
 * collector files write it. One that posts elsewhere is refused: nothing else is spoken here.
 */
final class HttpClientReader {
  private static final String TABLE = "output.http_client";
  private static final String BEARER = "Bearer ";

  private final KeyCheck keys;
  private final ConfigValues values;
  private final Findings findings;
  private final OpenMeterReader openMeter;

  HttpClientReader(FileReading reading, OpenMeterReader openMeter) {
    this.keys = reading.keys();
    this.values = reading.values();
    this.findings = reading.findings();
    this.openMeter = openMeter;
  }

  /** The output, or null and problems. */
  @Nullable Output read(YamlNode.Entry component, String path) {
    if (!(component.value() instanceof YamlNode.Section section)) {
      findings.problem(component.at(), path + " must be a section with url, verb and headers");
      return null;
    }
    keys.honoured(section, TABLE, path);
    verb(section, path);
    only(section, "batch_as_multipart", path);
    only(section, "propagate_response", path);
    OpenMeterAddress address = address(section, component, path);
    return openMeter.output(
        section, TABLE, component.at(), path, address, token(section, path + ".headers"));
  }

  private @Nullable OpenMeterAddress address(
      YamlNode.Section section, YamlNode.Entry component, String path) {
    YamlNode.Entry url = section.entry("url");
    if (url == null) {
      findings.problem(component.at(), path + ".url is missing");
      return null;
    }
    OpenMeterAddress address = openMeter.address(url.value(), path + ".url");
    String written = values.text(url.value(), path + ".url").orElse("").strip();
    if (address != null && !isEndpoint(address, written)) {
      findings.problem(
          url.value().at(),
          path
              + ".url is not OpenMeter's endpoint of events, which is"
              + " https://REGION.api.konghq.com/v3/openmeter/events, or https://HOST/api/v1/events"
              + " of a server of one's own: events go to one billing service");
      return null;
    }
    return address;
  }

  private static boolean isEndpoint(OpenMeterAddress address, String written) {
    String bare = written.endsWith("/") ? written.substring(0, written.length() - 1) : written;
    return address.endpoint("/events").toString().equalsIgnoreCase(bare);
  }

  private void verb(YamlNode.Section section, String path) {
    YamlNode.Entry verb = section.entry("verb");
    String name =
        verb == null ? "POST" : values.text(verb.value(), path + ".verb").orElse("POST").strip();
    if (verb != null && !name.equalsIgnoreCase("POST")) {
      findings.problem(verb.value().at(), path + ".verb can be POST alone: OpenMeter is posted to");
    }
  }

  private void only(YamlNode.Section section, String flag, String path) {
    YamlNode.Entry entry = section.entry(flag);
    if (entry != null && values.flag(entry.value(), path + "." + flag)) {
      findings.problem(
          entry.value().at(), path + "." + flag + " can be false alone: a request is one array");
    }
  }

  /** Headers' names are the same in any case. */
  private Optional<Secret> token(YamlNode.Section section, String path) {
    YamlNode.Entry headers = section.entry("headers");
    if (headers == null || headers.value().isNull()) {
      return Optional.empty();
    }
    if (!(headers.value() instanceof YamlNode.Section named)) {
      findings.problem(headers.value().at(), path + " must be a section");
      return Optional.empty();
    }
    var spelt =
        new YamlNode.Section(named.at(), named.entries().stream().map(this::spelt).toList());
    return keys.honoured(spelt, TABLE + ".headers", path).stream()
        .findFirst()
        .flatMap(entry -> bearer(entry.value(), path + "." + entry.key()));
  }

  private YamlNode.Entry spelt(YamlNode.Entry header) {
    String name =
        switch (header.key().toLowerCase(Locale.ROOT)) {
          case "authorization" -> "Authorization";
          case "content-type" -> "Content-Type";
          case "accept" -> "Accept";
          case "user-agent" -> "User-Agent";
          default -> header.key();
        };
    return new YamlNode.Entry(name, header.at(), header.value());
  }

  /** The token behind {@code Bearer}, or nothing where there is none. */
  private Optional<Secret> bearer(YamlNode node, String path) {
    if (!(node instanceof YamlNode.Scalar scalar)) {
      findings.problem(node.at(), path + " must be one value, not a list or a section");
      return Optional.empty();
    }
    List<WrittenText.Piece> pieces = new ArrayList<>(scalar.text().pieces());
    if (pieces.isEmpty()
        || !(pieces.getFirst() instanceof WrittenText.Plain(String text))
        || !text.stripLeading().startsWith(BEARER)) {
      findings.problem(node.at(), path + " is Bearer ${NAME}, with the token in the variable NAME");
      return Optional.empty();
    }
    pieces.set(0, new WrittenText.Plain(text.stripLeading().substring(BEARER.length())));
    return openMeter.secret(new WrittenText(pieces), node.at(), path);
  }
}
