/** The user's view: shapes, initializers, random sources and a model's parameters. */
@NullMarked
package org.initweights;

import org.jspecify.annotations.NullMarked;
