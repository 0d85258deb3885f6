/**
 * What CloudFormation makes of a transformed template: conditions decided, references followed, and
 * which change replaces a resource. Knows the resources' types that versions are made of.
 */
@NullMarked
package io.usagecollector.release.stack;

import org.jspecify.annotations.NullMarked;
