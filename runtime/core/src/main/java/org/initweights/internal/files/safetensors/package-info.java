/** The safetensors format: headers, how tensors are laid out in a file, and how a checkpoint is split over several. */
@NullMarked
package org.initweights.internal.files.safetensors;

import org.jspecify.annotations.NullMarked;
