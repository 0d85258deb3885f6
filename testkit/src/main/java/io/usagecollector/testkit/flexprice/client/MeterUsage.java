package io.usagecollector.testkit.flexprice.client;

import java.math.BigDecimal;

/**
 * What a customer used on a meter.
 *
 * @param events distinct event ids behind the total
 */
public record MeterUsage(BigDecimal total, long events) {}
