/** The annotation processor: it strings the stages read, check and write together. */
@NullMarked
package org.initweights.processor;

import org.jspecify.annotations.NullMarked;
