/** The annotations that users write on the fields of their models. */
@NullMarked
package org.initweights.annotation;

import org.jspecify.annotations.NullMarked;
