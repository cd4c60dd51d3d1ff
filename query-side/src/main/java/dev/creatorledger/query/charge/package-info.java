/** What the payment service has to collect (B11, B12). */
@NullMarked
package dev.creatorledger.query.charge;

import org.jspecify.annotations.NullMarked;
