/**
 * The API v3: snake case, sealed bodies, ids that are ULIDs, filters. Konnect's and a self-hosted
 * server's alike.
 */
@NullMarked
package io.usagecollector.testkit.openmeter.routes.v3;

import org.jspecify.annotations.NullMarked;
