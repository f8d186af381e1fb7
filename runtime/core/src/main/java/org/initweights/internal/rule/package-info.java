/** The initializers, one a file: each checks its arguments against a shape and resolves to a fill. */
@NullMarked
package org.initweights.internal.rule;

import org.jspecify.annotations.NullMarked;
