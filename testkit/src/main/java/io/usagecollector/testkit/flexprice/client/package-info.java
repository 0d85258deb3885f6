/**
 * A small client of Flexprice's public API for setting up and reading: meters, plans, prices,
 * customers, subscriptions, usage. It works against the real server and the stand-in alike, shares
 * nothing with either, and sends events only for tests.
 */
@NullMarked
package io.usagecollector.testkit.flexprice.client;

import org.jspecify.annotations.NullMarked;
