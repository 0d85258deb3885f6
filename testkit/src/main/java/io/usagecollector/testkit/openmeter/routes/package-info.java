/**
 * Where a call goes: the two dialects under their addresses, and what both have alike. What each
 * writes and reads is in the rooms below.
 */
@NullMarked
package io.usagecollector.testkit.openmeter.routes;

import org.jspecify.annotations.NullMarked;
