/**
 * Stand-ins for the services the collector talks to and for the runtime that calls it, and what
 * tests need to drive them.
 *
 * <p>Nothing here may know the product: a stand-in that shares a class with the code it checks
 * would share its mistakes too.
 */
@NullMarked
package io.usagecollector.testkit;

import org.jspecify.annotations.NullMarked;
