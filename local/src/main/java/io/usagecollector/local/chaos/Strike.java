package io.usagecollector.local.chaos;

import io.usagecollector.testkit.fault.Fault;

/**
 * One thing that the billing service does wrong.
 *
 * @param after how many requests go through before it
 * @param times how many requests in a row meet it
 */
public record Strike(int after, int times, Fault fault) {}
