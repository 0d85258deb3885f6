/**
 * What a stand-in can be told to do wrong, whichever service it stands in for. Nothing here knows
 * HTTP servers, billing or a service's own words.
 */
@NullMarked
package io.usagecollector.testkit.fault;

import org.jspecify.annotations.NullMarked;
