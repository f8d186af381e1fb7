/** How messages speak of what files hold. */
@NullMarked
package org.initweights.internal.message;

import org.jspecify.annotations.NullMarked;
