/** Plans of parameters: without storage, and as JSON. */
@NullMarked
package org.initweights.internal.files.plan;

import org.jspecify.annotations.NullMarked;
