/**
 * The ensure function: makes sure of customers for whoever calls it over HTTP, and by a schedule of
 * those that were left half made.
 *
 * <p>How a customer is ensured is decided in core, by what forward ensures them with, and what
 * touches a service is in the AWS adapters. Here is a request's way to it, and its answer's way
 * back.
 */
@NullMarked
package io.usagecollector.ensure;

import org.jspecify.annotations.NullMarked;
