/** Plans of parameters: without storage, and as JSON. */
@NullMarked
package org.initweights.internal.plan;

import org.jspecify.annotations.NullMarked;
