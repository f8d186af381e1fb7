/** How messages speak of what files hold. */
@NullMarked
package org.initweights.message;

import org.jspecify.annotations.NullMarked;
