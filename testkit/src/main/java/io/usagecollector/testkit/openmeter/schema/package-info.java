/**
 * What a request's JSON must look like, and what the server says of one that does not: each fault
 * has the path to it, in the words of the library that the server checks with.
 */
@NullMarked
package io.usagecollector.testkit.openmeter.schema;

import org.jspecify.annotations.NullMarked;
