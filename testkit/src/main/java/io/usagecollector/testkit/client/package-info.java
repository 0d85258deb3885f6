/** Plain calls to a server, and what came of them. A service's own client has a room of its own. */
@NullMarked
package io.usagecollector.testkit.client;

import org.jspecify.annotations.NullMarked;
