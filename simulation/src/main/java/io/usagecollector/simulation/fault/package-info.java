/**
 * What goes wrong, how often and when, drawn by the seed. No part of the world decides that for
 * itself.
 */
@NullMarked
package io.usagecollector.simulation.fault;

import org.jspecify.annotations.NullMarked;
