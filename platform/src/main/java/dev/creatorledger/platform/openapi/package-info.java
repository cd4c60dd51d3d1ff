/** The OpenAPI document: what can be called, derived from the controllers, the route table and notes beside them. */
@NullMarked
package dev.creatorledger.platform.openapi;

import org.jspecify.annotations.NullMarked;
