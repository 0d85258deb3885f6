/** The endpoints of the API: what each takes, and what it answers out of the account's state. */
@NullMarked
package io.usagecollector.testkit.flexprice.routes;

import org.jspecify.annotations.NullMarked;
