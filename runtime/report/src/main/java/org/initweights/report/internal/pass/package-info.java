/** A signal on its way through the weights of a path, before and after a first step of training. */
@NullMarked
package org.initweights.report.internal.pass;

import org.jspecify.annotations.NullMarked;
