/**
 * What is deployed: tests of the template, of the zips that it names, and of what a deploy of both
 * does to a stack that runs. They run AWS's own transform where Python is at hand; nothing here
 * reaches an account, and nothing of it is deployed.
 */
@NullMarked
package io.usagecollector.release;

import org.jspecify.annotations.NullMarked;
