/** What must hold for a model, one rule a class. */
@NullMarked
package org.initweights.processor.check;

import org.jspecify.annotations.NullMarked;
