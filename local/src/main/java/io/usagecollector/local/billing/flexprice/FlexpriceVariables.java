package io.usagecollector.local.billing.flexprice;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where Flexprice is, in every form the product takes it. */
public final class FlexpriceVariables {
  private FlexpriceVariables() {}

  /**
   * The variables. {@code FLEXPRICE_URL} goes before what the configuration says, so that nothing
   * local ever reaches the host written there.
   */
  public static Map<String, String> of(URI url, String apiKey, Optional<String> environmentId) {
    var variables = new HashMap<String, String>();
    variables.put("FLEXPRICE_URL", url.toString());
    variables.put("FLEXPRICE_API_HOST", url.getRawAuthority());
    variables.put("FLEXPRICE_API_KEY", apiKey);
    environmentId.ifPresent(id -> variables.put("FLEXPRICE_ENVIRONMENT_ID", id));
    return variables;
  }
}
