/** From the records of a model to its {@code <Model>Init}. */
@NullMarked
package org.initweights.processor.write;

import org.jspecify.annotations.NullMarked;
