package io.usagecollector.simulation.function;

/**
 * How much an instance sends.
 *
 * @param bulk the most events of one request
 * @param mostInFlight how many requests of one batch are under way at most
 */
public record Size(int bulk, int mostInFlight) {}
