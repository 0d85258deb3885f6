package io.usagecollector.core.config.output;

import io.usagecollector.core.config.finding.Findings;
import io.usagecollector.core.config.reading.ConfigValues;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import io.usagecollector.core.config.yaml.YamlNode;
import io.usagecollector.core.place.Position;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Settles where Flexprice is: from FLEXPRICE_URL, else from {@code api_host} and {@code scheme}.
 */
final class BaseUrlReader {
  private static final String OVERRIDE = "FLEXPRICE_URL";
  private static final String DEFAULT_HOST = "api.cloud.flexprice.io";
  private static final Pattern SCHEME = Pattern.compile("(?i)(https?)://(.*)");

  private final ConfigValues values;
  private final Findings findings;
  private final EnvironmentVariables environment;

  BaseUrlReader(ConfigValues values, Findings findings, EnvironmentVariables environment) {
    this.values = values;
    this.findings = findings;
    this.environment = environment;
  }

  /** The base URL, or null, and a problem. */
  @Nullable URI read(YamlNode.Section flexprice, String path) {
    String override = environment.get(OVERRIDE);
    return override == null || override.isBlank()
        ? ofFile(flexprice, path)
        : ofOverride(override.strip(), path);
  }

  private @Nullable URI ofOverride(String override, String path) {
    Optional<URI> url = SCHEME.matcher(override).matches() ? url(override) : Optional.empty();
    url.ifPresentOrElse(
        _ ->
            findings.noticeOutside(
                path + ".scheme and api_host give way to the environment variable " + OVERRIDE),
        () ->
            findings.problemOutside(
                "the environment variable "
                    + OVERRIDE
                    + " is scheme://host[:port] with http or https, without a path"));
    return url.orElse(null);
  }

  private @Nullable URI ofFile(YamlNode.Section flexprice, String path) {
    Optional<String> scheme = value(flexprice, "scheme", path, "https");
    Optional<String> host = value(flexprice, "api_host", path, DEFAULT_HOST);
    if (scheme.isEmpty() || host.isEmpty()) {
      return null;
    }
    String plain = scheme.get().toLowerCase(Locale.ROOT);
    if (!plain.equals("http") && !plain.equals("https")) {
      findings.problem(at(flexprice, "scheme"), path + ".scheme is http or https");
      return null;
    }
    return hosted(flexprice, path, plain, host.get());
  }

  private @Nullable URI hosted(
      YamlNode.Section flexprice, String path, String scheme, String host) {
    boolean whole = SCHEME.matcher(host).matches();
    if (whole) {
      findings.notice(
          at(flexprice, "api_host"), path + ".api_host has a scheme of its own, which is taken");
    }
    Optional<URI> url = url(whole ? host : scheme + "://" + host);
    if (url.isEmpty()) {
      findings.problem(
          at(flexprice, "api_host"), path + ".api_host is host[:port], without a path");
    }
    return url.orElse(null);
  }

  private Optional<String> value(
      YamlNode.Section flexprice, String key, String path, String otherwise) {
    YamlNode.Entry entry = flexprice.entry(key);
    if (entry == null || entry.value().isNull()) {
      return Optional.of(otherwise);
    }
    return values
        .text(entry.value(), path + "." + key)
        .map(String::strip)
        .flatMap(text -> nonEmpty(text, entry, path + "." + key));
  }

  private Optional<String> nonEmpty(String text, YamlNode.Entry entry, String path) {
    if (text.isEmpty()) {
      findings.problem(entry.value().at(), path + " is empty");
    }
    return Optional.of(text).filter(value -> !value.isEmpty());
  }

  private static Position at(YamlNode.Section section, String key) {
    YamlNode.Entry entry = section.entry(key);
    return entry == null ? section.at() : entry.value().at();
  }

  /** The URL if it is scheme, host and port and nothing else; a slash at the end is let pass. */
  private static Optional<URI> url(String text) {
    try {
      URI url = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      boolean bare =
          url.getHost() != null
              && url.getRawUserInfo() == null
              && url.getRawPath().isEmpty()
              && url.getRawQuery() == null
              && url.getRawFragment() == null
              && url.getPort() != 0
              && url.getPort() <= 65_535;
      return bare ? Optional.of(url) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
