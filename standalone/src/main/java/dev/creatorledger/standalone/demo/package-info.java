/** A demonstration on data of its own making: generated from a seed, loaded over HTTP, reported as a table. */
@NullMarked
package dev.creatorledger.standalone.demo;

import org.jspecify.annotations.NullMarked;
