/** From elements to the records of a model. */
@NullMarked
package org.initweights.processor.read;

import org.jspecify.annotations.NullMarked;
