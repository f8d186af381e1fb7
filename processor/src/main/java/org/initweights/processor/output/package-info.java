/** Where what is written goes: generated sources in the compiler's encoding, plans that a failed compilation takes back. */
@NullMarked
package org.initweights.processor.output;

import org.jspecify.annotations.NullMarked;
